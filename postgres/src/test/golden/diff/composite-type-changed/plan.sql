DROP TYPE public.gone;
CREATE TYPE public.fresh AS (x integer, "Y y" text);
ALTER TYPE public.pair DROP ATTRIBUTE b, ALTER ATTRIBUTE a TYPE bigint, ADD ATTRIBUTE c text COLLATE "C";
