-- stage 
CREATE INDEX CONCURRENTLY t_a ON public.t USING btree (a DESC NULLS LAST);
CREATE INDEX CONCURRENTLY t_c ON public.t USING gin (c jsonb_path_ops) WITH (fastupdate=off);
CREATE UNIQUE INDEX CONCURRENTLY t_lower ON public.t USING btree (lower(b)) INCLUDE (a) WHERE (a > 0);
-- undo 
DROP INDEX CONCURRENTLY public.t_a;
DROP INDEX CONCURRENTLY public.t_c;
DROP INDEX CONCURRENTLY public.t_lower;
