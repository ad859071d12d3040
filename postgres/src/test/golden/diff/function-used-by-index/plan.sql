DROP INDEX public.items_shout;
DROP FUNCTION public.shout(text);
CREATE FUNCTION public.shout(words text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT upper(words)$function$;
CREATE INDEX items_shout ON public.items USING btree (public.shout(name)) WHERE (public.shout(name) <> 'X'::text);
COMMENT ON INDEX public.items_shout IS 'loud';
