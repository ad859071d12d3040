ALTER TABLE public.t ADD COLUMN b integer;
CREATE OR REPLACE VIEW public.v1 AS
SELECT a,
    b
   FROM public.t;
CREATE OR REPLACE VIEW public.v2 AS
SELECT a,
    b
   FROM public.v1;
