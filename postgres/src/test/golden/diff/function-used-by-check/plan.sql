ALTER TABLE public.items DROP CONSTRAINT fine;
DROP FUNCTION public.fine(text);
CREATE FUNCTION public.fine(word text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT word <> ''$function$;
ALTER TABLE public.items ADD CONSTRAINT fine CHECK (public.fine(name));
COMMENT ON CONSTRAINT fine ON public.items IS 'is fine';
