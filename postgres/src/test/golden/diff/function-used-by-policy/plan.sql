DROP POLICY own ON public.notes;
DROP FUNCTION public.me(integer);
CREATE FUNCTION public.me(b integer)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$SELECT current_user::text$function$;
CREATE POLICY own ON public.notes FOR SELECT TO anon, authenticated USING (owner = public.me(1));
COMMENT ON POLICY own ON public.notes IS 'only one''s own';
