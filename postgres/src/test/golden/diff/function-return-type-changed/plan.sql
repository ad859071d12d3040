ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
DROP VIEW public.v;
DROP INDEX public.t_f;
ALTER TABLE public.t DROP CONSTRAINT t_ok;
DROP FUNCTION public.f(integer);
CREATE FUNCTION public.f(a integer)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT a::bigint$function$;
ALTER TABLE public.t ADD CONSTRAINT t_ok CHECK ((public.f(b) > 0));
CREATE INDEX t_f ON public.t USING btree (public.f(a));
CREATE VIEW public.v AS
SELECT public.f(a) AS x
   FROM public.t;
GRANT SELECT ON TABLE public.v TO anon;
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT public.f(1);
