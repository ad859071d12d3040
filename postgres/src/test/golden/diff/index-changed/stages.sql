-- stage 
DROP INDEX CONCURRENTLY public.i;
CREATE INDEX CONCURRENTLY i ON public.t USING btree (b);
COMMENT ON INDEX public.i IS 'new';
-- undo 
DROP INDEX CONCURRENTLY public.i;
CREATE INDEX CONCURRENTLY i ON public.t USING btree (a);
COMMENT ON INDEX public.i IS 'old';
