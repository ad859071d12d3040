CREATE OR REPLACE FUNCTION public.who()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER COST 7
 SET search_path TO ''
AS $function$SELECT current_user::text$function$;
