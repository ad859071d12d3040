CREATE TABLE public.t (
  id integer
);
CREATE FUNCTION public.f()
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT count(*)::int FROM t WHERE id > 0$function$;
CREATE VIEW public.v AS
SELECT public.f() AS n
   FROM public.t;
CREATE FUNCTION public.g()
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT n FROM v LIMIT 1$function$;
