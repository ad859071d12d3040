-- stage 
CREATE EXTENSION pg_trgm WITH SCHEMA public VERSION '1.6';
ALTER TABLE public.t ADD COLUMN b text;
-- stage indexes
CREATE UNIQUE INDEX CONCURRENTLY t_a_key ON public.t USING btree (a);
CREATE INDEX CONCURRENTLY t_b ON public.t USING gin (b public.gin_trgm_ops);
-- stage validate
ALTER TABLE public.t ADD CONSTRAINT t_a_key UNIQUE USING INDEX t_a_key;
-- undo validate
ALTER TABLE public.t DROP CONSTRAINT t_a_key;
CREATE UNIQUE INDEX t_a_key ON public.t USING btree (a);
-- undo indexes
DROP INDEX CONCURRENTLY public.t_a_key;
DROP INDEX CONCURRENTLY public.t_b;
-- undo 
ALTER TABLE public.t DROP COLUMN b;
DROP EXTENSION pg_trgm;
