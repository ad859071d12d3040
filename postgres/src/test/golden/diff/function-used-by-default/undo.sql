-- Some routines are made before what their bodies use, and checked at the end.
SET LOCAL check_function_bodies = off;
ALTER TABLE public.items ALTER COLUMN code DROP DEFAULT;
CREATE FUNCTION public.code()
 RETURNS text
 LANGUAGE sql
AS $function$SELECT 'a'$function$;
DROP FUNCTION public.code(integer);
ALTER TABLE public.items ALTER COLUMN code SET DEFAULT public.code();
SET LOCAL check_function_bodies = on;
CREATE OR REPLACE FUNCTION public.code()
 RETURNS text
 LANGUAGE sql
AS $function$SELECT 'a'$function$;
