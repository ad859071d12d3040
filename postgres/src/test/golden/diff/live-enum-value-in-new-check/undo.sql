DROP INDEX public.t_b;
ALTER TABLE public.t DROP CONSTRAINT t_check;
ALTER TABLE public.t DROP COLUMN n;
ALTER TYPE public.e RENAME TO e_old;
CREATE TYPE public.e AS ENUM ('a');
ALTER TABLE public.t ALTER COLUMN v DROP DEFAULT, ALTER COLUMN v TYPE public.e USING v::text::public.e;
DROP TYPE public.e_old;
ALTER TABLE public.t ALTER COLUMN v DROP DEFAULT;
