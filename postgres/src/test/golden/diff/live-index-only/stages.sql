-- stage 
CREATE INDEX CONCURRENTLY t_a ON public.t USING btree (a);
-- undo 
DROP INDEX CONCURRENTLY public.t_a;
