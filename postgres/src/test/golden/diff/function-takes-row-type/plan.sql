CREATE FUNCTION public.label(u public.users)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$SELECT u.email$function$;
