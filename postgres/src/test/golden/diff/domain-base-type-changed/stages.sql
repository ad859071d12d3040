-- stage 
DROP VIEW public.v;
ALTER DOMAIN public.code DROP CONSTRAINT code_check;
ALTER DOMAIN public.code RENAME TO code_old;
CREATE DOMAIN public.code AS text;
ALTER TABLE public.t ALTER COLUMN c DROP DEFAULT, ALTER COLUMN c TYPE public.code USING c::text::public.code, ALTER COLUMN c SET DEFAULT 'x'::text;
DROP DOMAIN public.code_old;
ALTER TABLE public.t ALTER COLUMN c SET DEFAULT 'x'::text;
ALTER DOMAIN public.code ADD CONSTRAINT code_check CHECK ((VALUE <> ''::text)) NOT VALID;
CREATE VIEW public.v AS
SELECT c
   FROM public.t;
-- stage validate
ALTER DOMAIN public.code VALIDATE CONSTRAINT code_check;
-- undo validate
ALTER DOMAIN public.code DROP CONSTRAINT code_check;
ALTER DOMAIN public.code ADD CONSTRAINT code_check CHECK ((VALUE <> ''::text)) NOT VALID;
-- undo 
DROP VIEW public.v;
ALTER DOMAIN public.code DROP CONSTRAINT code_check;
ALTER DOMAIN public.code RENAME TO code_old;
CREATE DOMAIN public.code AS character varying(5);
ALTER TABLE public.t ALTER COLUMN c DROP DEFAULT, ALTER COLUMN c TYPE public.code USING c::text::public.code, ALTER COLUMN c SET DEFAULT 'x'::character varying;
DROP DOMAIN public.code_old;
ALTER TABLE public.t ALTER COLUMN c SET DEFAULT 'x'::character varying;
ALTER DOMAIN public.code ADD CONSTRAINT code_check CHECK (((VALUE)::text <> ''::text));
CREATE VIEW public.v AS
SELECT c
   FROM public.t;
