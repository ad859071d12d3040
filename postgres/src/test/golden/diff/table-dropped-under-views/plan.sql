ALTER TABLE public.keep DROP CONSTRAINT keep_a_fkey;
CREATE OR REPLACE VIEW public.v AS
SELECT a
   FROM public.keep;
DROP TABLE public.t;
