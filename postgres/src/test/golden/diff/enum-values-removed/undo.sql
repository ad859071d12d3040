DROP FUNCTION public.f(public.mood);
DROP VIEW public.v;
DROP INDEX public.t_m;
ALTER TABLE public.t DROP CONSTRAINT t_check;
ALTER TYPE public.mood RENAME TO mood_old;
CREATE TYPE public.mood AS ENUM ('sad', 'ok', 'happy');
ALTER TABLE public.t ALTER COLUMN m DROP DEFAULT, ALTER COLUMN m TYPE public.mood USING m::text::public.mood, ALTER COLUMN m SET DEFAULT 'sad'::public.mood;
ALTER TABLE public.t ALTER COLUMN ms TYPE public.mood[] USING ms::text[]::public.mood[];
DROP TYPE public.mood_old;
ALTER TABLE public.t ADD CONSTRAINT t_check CHECK (((m <> 'happy'::public.mood) OR (id > 0)));
CREATE INDEX t_m ON public.t USING btree (m) WHERE (m = 'happy'::public.mood);
CREATE VIEW public.v AS
SELECT m
   FROM public.t
  WHERE (m <> 'sad'::public.mood);
CREATE FUNCTION public.f(public.mood)
 RETURNS text
 LANGUAGE sql
AS $function$SELECT $1::text$function$;
