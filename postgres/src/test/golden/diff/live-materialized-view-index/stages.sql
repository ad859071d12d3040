-- stage 
CREATE UNIQUE INDEX CONCURRENTLY m_a ON public.m USING btree (a);
-- undo 
DROP INDEX CONCURRENTLY public.m_a;
