-- Some routines are made before what their bodies use, and checked at the end.
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
SET LOCAL check_function_bodies = on;
CREATE OR REPLACE FUNCTION public.add_one(n bigint)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT n + 1$function$;
