DROP VIEW public.v;
ALTER TABLE public.b DROP COLUMN t;
ALTER TYPE public.size RENAME TO size_old;
CREATE TYPE public.size AS ENUM ('s', 'm', 'l');
ALTER TABLE public.a ALTER COLUMN s DROP DEFAULT, ALTER COLUMN s TYPE public.size USING s::text::public.size, ALTER COLUMN s SET DEFAULT 'm'::public.size;
ALTER TABLE public.b ALTER COLUMN s TYPE public.size USING s::text::public.size;
DROP TYPE public.size_old;
COMMENT ON TYPE public.size IS 'how large';
ALTER TABLE public.b ADD COLUMN t public.size GENERATED ALWAYS AS (s) STORED;
CREATE VIEW public.v AS
SELECT a.s
   FROM public.a
UNION ALL
 SELECT b.t AS s
   FROM public.b;
