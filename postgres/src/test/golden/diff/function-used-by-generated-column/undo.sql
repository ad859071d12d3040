ALTER TABLE public.items DROP COLUMN loud;
DROP FUNCTION public.shout(text);
CREATE FUNCTION public.shout(t text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT upper(t)$function$;
ALTER TABLE public.items ADD COLUMN loud text GENERATED ALWAYS AS (public.shout(name)) STORED;
