DROP MATERIALIZED VIEW public.x;
CREATE VIEW public.x AS
SELECT id
   FROM public.base;
