CREATE OR REPLACE FUNCTION public.who()
 RETURNS text
 LANGUAGE sql
AS $function$SELECT current_user::text$function$;
