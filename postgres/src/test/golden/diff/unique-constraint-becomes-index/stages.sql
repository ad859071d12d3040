-- stage 
ALTER TABLE public.t DROP CONSTRAINT t_a;
-- stage indexes
CREATE UNIQUE INDEX CONCURRENTLY t_a ON public.t USING btree (a);
-- undo indexes
DROP INDEX CONCURRENTLY public.t_a;
-- undo 
ALTER TABLE public.t ADD CONSTRAINT t_a UNIQUE (a);
