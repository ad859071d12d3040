-- stage values
ALTER TYPE public.e ADD VALUE 'b';
-- stage 
ALTER TABLE public.t ALTER COLUMN v SET DEFAULT 'b'::public.e;
ALTER TABLE public.t ADD COLUMN n integer DEFAULT 0 NOT NULL;
ALTER TABLE public.t ADD CONSTRAINT t_check CHECK (((v <> 'b'::public.e) OR (n > 0))) NOT VALID;
-- stage indexes
CREATE INDEX CONCURRENTLY t_b ON public.t USING btree (n) WHERE (v = 'b'::public.e);
-- stage validate
ALTER TABLE public.t VALIDATE CONSTRAINT t_check;
-- undo validate
ALTER TABLE public.t DROP CONSTRAINT t_check;
ALTER TABLE public.t ADD CONSTRAINT t_check CHECK (((v <> 'b'::public.e) OR (n > 0))) NOT VALID;
-- undo indexes
DROP INDEX CONCURRENTLY public.t_b;
-- undo 
ALTER TABLE public.t DROP CONSTRAINT t_check;
ALTER TABLE public.t DROP COLUMN n;
ALTER TABLE public.t ALTER COLUMN v DROP DEFAULT;
-- undo values
ALTER TYPE public.e RENAME TO e_old;
CREATE TYPE public.e AS ENUM ('a');
ALTER TABLE public.t ALTER COLUMN v TYPE public.e USING v::text::public.e;
DROP TYPE public.e_old;
