CREATE FUNCTION public.tf()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN RETURN new; END$function$;
CREATE TRIGGER mt AFTER INSERT ON public.m FOR EACH ROW EXECUTE FUNCTION public.tf();
