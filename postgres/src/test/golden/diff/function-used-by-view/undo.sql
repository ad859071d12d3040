DROP VIEW public.w;
DROP VIEW public.v;
DROP FUNCTION public.two(integer);
CREATE FUNCTION public.two(a integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 2$function$;
CREATE VIEW public.v AS
SELECT public.two(1) AS x;
GRANT SELECT ON TABLE public.v TO anon;
CREATE VIEW public.w AS
SELECT x
   FROM public.v;
COMMENT ON VIEW public.w IS 'second';
COMMENT ON COLUMN public.w.x IS 'ex';
