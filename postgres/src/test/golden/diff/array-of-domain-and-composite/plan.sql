ALTER TABLE public.t ALTER COLUMN cs TYPE text[] USING cs::text[];
DROP TYPE public.c;
ALTER DOMAIN public.d RENAME TO d_old;
CREATE DOMAIN public.d AS bigint;
ALTER TABLE public.t ALTER COLUMN ds TYPE public.d[] USING ds::text[]::public.d[];
DROP DOMAIN public.d_old;
CREATE TYPE public.c AS (v public.d, w text, x integer);
ALTER TABLE public.t ALTER COLUMN cs TYPE public.c[] USING cs::text[]::public.c[];
