ALTER TABLE public.c ALTER COLUMN v DROP DEFAULT;
ALTER TABLE public.p ALTER COLUMN v DROP DEFAULT, ALTER COLUMN v TYPE text USING v::text;
DROP DOMAIN public.outer_one;
ALTER DOMAIN public.inner_one RENAME TO inner_one_old;
CREATE DOMAIN public.inner_one AS text;
DROP DOMAIN public.inner_one_old;
CREATE DOMAIN public.outer_one AS public.inner_one;
ALTER TABLE public.p ALTER COLUMN v TYPE public.outer_one USING v::text::public.outer_one, ALTER COLUMN v SET DEFAULT 'x'::text;
ALTER TABLE public.c ALTER COLUMN v SET DEFAULT 'x'::text;
