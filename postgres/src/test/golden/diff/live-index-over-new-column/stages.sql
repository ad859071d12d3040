-- stage 
ALTER TABLE public.t ADD COLUMN b integer DEFAULT 1 NOT NULL;
ALTER TABLE public.t ADD COLUMN c integer;
ALTER TABLE public.t ADD CONSTRAINT c_ok CHECK ((c > 0)) NOT VALID;
-- stage indexes
DROP INDEX CONCURRENTLY public.t_i;
CREATE INDEX CONCURRENTLY t_i ON public.t USING btree (a, b);
-- stage validate
ALTER TABLE public.t VALIDATE CONSTRAINT c_ok;
-- undo validate
ALTER TABLE public.t DROP CONSTRAINT c_ok;
ALTER TABLE public.t ADD CONSTRAINT c_ok CHECK ((c > 0)) NOT VALID;
-- undo indexes
DROP INDEX CONCURRENTLY public.t_i;
CREATE INDEX CONCURRENTLY t_i ON public.t USING btree (a);
-- undo 
ALTER TABLE public.t DROP CONSTRAINT c_ok;
ALTER TABLE public.t DROP COLUMN b;
ALTER TABLE public.t DROP COLUMN c;
