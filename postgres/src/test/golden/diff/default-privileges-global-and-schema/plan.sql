CREATE FUNCTION public.add_one(n integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT n + 1$function$;
GRANT EXECUTE ON FUNCTION public.add_one(integer) TO PUBLIC;
CREATE FUNCTION public.hidden()
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;
REVOKE EXECUTE ON FUNCTION public.hidden() FROM anon;
