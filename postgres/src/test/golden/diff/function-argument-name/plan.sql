DROP FUNCTION public.add_one(integer);
CREATE FUNCTION public.add_one(number integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT number + 1$function$;
