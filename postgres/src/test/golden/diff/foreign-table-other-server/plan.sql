DROP VIEW public.v;
DROP FOREIGN TABLE public.logs;
CREATE FOREIGN TABLE public.logs (
  id integer
) SERVER near;
CREATE VIEW public.v AS
SELECT id
   FROM public.logs;
GRANT SELECT ON TABLE public.v TO anon;
