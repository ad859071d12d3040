-- Routines below are made before what their bodies mention.
SET LOCAL check_function_bodies = off;
CREATE FUNCTION public.add_one(n bigint)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT n + 1$function$;
CREATE FUNCTION public.add_one(n text, VARIADIC more text[])
 RETURNS text
 LANGUAGE sql
AS $function$SELECT n$function$;
