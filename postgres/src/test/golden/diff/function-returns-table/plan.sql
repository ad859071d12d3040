CREATE FUNCTION public.all_users()
 RETURNS TABLE(id integer, email text)
 LANGUAGE sql
 STABLE
AS $function$SELECT id, email FROM users$function$;
CREATE FUNCTION public.find_users(part text, OUT id integer, OUT email text)
 RETURNS SETOF record
 LANGUAGE sql
 STABLE
AS $function$SELECT id, email FROM users WHERE email LIKE part$function$;
CREATE FUNCTION public.whole_users()
 RETURNS SETOF public.users
 LANGUAGE sql
 STABLE
AS $function$SELECT * FROM users$function$;
