-- Some routines are made before what their bodies use, and checked at the end.
SET LOCAL check_function_bodies = off;
CREATE FUNCTION public.aa(n integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT CASE WHEN n > 0 THEN zz(n - 1) ELSE 0 END$function$;
CREATE FUNCTION public.zz(n integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT CASE WHEN n > 0 THEN aa(n - 1) ELSE 0 END$function$;
SET LOCAL check_function_bodies = on;
CREATE OR REPLACE FUNCTION public.aa(n integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT CASE WHEN n > 0 THEN zz(n - 1) ELSE 0 END$function$;
