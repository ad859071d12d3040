DROP FUNCTION public.f(public.pair);
ALTER TYPE public.pair RENAME TO pair_old;
CREATE TYPE public.pair AS (a bigint, b text);
ALTER TABLE public.t ALTER COLUMN p TYPE public.pair USING p::text::public.pair;
DROP TYPE public.pair_old;
CREATE FUNCTION public.f(public.pair)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT ($1).a$function$;
