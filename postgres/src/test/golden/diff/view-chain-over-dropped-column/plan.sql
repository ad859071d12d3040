DROP VIEW public.v3;
DROP VIEW public.v2;
DROP VIEW public.v1;
ALTER TABLE public.t DROP COLUMN b;
CREATE VIEW public.v1 AS
SELECT a
   FROM public.t;
CREATE VIEW public.v2 AS
SELECT a,
    1 AS b
   FROM public.v1;
CREATE VIEW public.v3 AS
SELECT v2.a,
    t.c
   FROM (public.v2
     JOIN public.t USING (a));
