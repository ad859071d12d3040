CREATE OR REPLACE FUNCTION public.f(a text DEFAULT 'y, DEFAULT '::text, b integer[] DEFAULT ARRAY[1, 2, 3])
 RETURNS text
 LANGUAGE sql
AS $function$SELECT a || 1$function$;
