ALTER TABLE public.items ALTER COLUMN code DROP DEFAULT;
DROP FUNCTION public.code(integer);
CREATE FUNCTION public.code(a integer)
 RETURNS text
 LANGUAGE sql
AS $function$SELECT 'a'$function$;
ALTER TABLE public.items ALTER COLUMN code SET DEFAULT public.code(1);
