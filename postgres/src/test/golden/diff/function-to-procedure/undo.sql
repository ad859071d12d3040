DROP PROCEDURE public.work(integer);
CREATE FUNCTION public.work(a integer)
 RETURNS void
 LANGUAGE sql
AS $function$SELECT 1$function$;
