CREATE FUNCTION public.ok(text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT $1 <> ''$function$;
CREATE DOMAIN public.good AS text CONSTRAINT good_check CHECK (public.ok(VALUE));
CREATE TABLE public.t (
  g public.good
);
