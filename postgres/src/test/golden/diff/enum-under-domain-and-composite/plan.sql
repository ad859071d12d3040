ALTER TABLE public.t ALTER COLUMN gs TYPE text[] USING gs::text[];
DROP VIEW public.v;
ALTER TABLE public.t ALTER COLUMN g DROP DEFAULT, ALTER COLUMN g TYPE text USING g::text;
ALTER TABLE public.t ALTER COLUMN p TYPE text USING p::text;
DROP DOMAIN public.good;
DROP TYPE public.pair;
ALTER TYPE public.mood RENAME TO mood_old;
CREATE TYPE public.mood AS ENUM ('happy', 'ok', 'sad');
DROP TYPE public.mood_old;
CREATE TYPE public.pair AS (m public.mood, n integer);
CREATE DOMAIN public.good AS public.mood CONSTRAINT good_check CHECK ((VALUE <> 'sad'::public.mood));
GRANT USAGE ON DOMAIN public.good TO anon;
ALTER TABLE public.t ALTER COLUMN g TYPE public.good USING g::text::public.good, ALTER COLUMN g SET DEFAULT 'ok'::public.mood;
ALTER TABLE public.t ALTER COLUMN p TYPE public.pair USING p::text::public.pair;
CREATE VIEW public.v AS
SELECT g,
    p
   FROM public.t;
ALTER TABLE public.t ALTER COLUMN gs TYPE public.good[] USING gs::text[]::public.good[];
