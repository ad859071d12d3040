DROP TYPE public.fresh;
CREATE TYPE public.gone AS (x integer);
ALTER TYPE public.pair DROP ATTRIBUTE c, ALTER ATTRIBUTE a TYPE integer, ADD ATTRIBUTE b text;
