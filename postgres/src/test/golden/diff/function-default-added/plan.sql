CREATE OR REPLACE FUNCTION public.add_one(n integer DEFAULT 1)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT n + 1$function$;
