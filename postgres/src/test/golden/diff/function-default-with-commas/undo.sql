CREATE OR REPLACE FUNCTION public.f(a text DEFAULT 'x, y'::text, b integer[] DEFAULT ARRAY[1, 2])
 RETURNS text
 LANGUAGE sql
AS $function$SELECT a$function$;
