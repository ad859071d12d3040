CREATE FUNCTION public.touch()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RETURN new; END $function$;
CREATE TRIGGER "Odd trigger" AFTER DELETE ON public.users FOR EACH ROW EXECUTE FUNCTION public.touch();
