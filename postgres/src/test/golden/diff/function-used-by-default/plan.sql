-- Some routines are made before what their bodies use, and checked at the end.
SET LOCAL check_function_bodies = off;
ALTER TABLE public.items ALTER COLUMN code DROP DEFAULT;
CREATE FUNCTION public.code(len integer DEFAULT 3)
 RETURNS character varying
 LANGUAGE sql
AS $function$SELECT 'a'::varchar$function$;
DROP FUNCTION public.code();
ALTER TABLE public.items ALTER COLUMN code SET DEFAULT public.code(4);
SET LOCAL check_function_bodies = on;
CREATE OR REPLACE FUNCTION public.code(len integer DEFAULT 3)
 RETURNS character varying
 LANGUAGE sql
AS $function$SELECT 'a'::varchar$function$;
