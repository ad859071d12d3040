-- stage indexes
CREATE UNIQUE INDEX CONCURRENTLY t_a ON public.t USING btree (a);
-- stage validate
ALTER TABLE public.t REPLICA IDENTITY USING INDEX t_a;
-- undo validate
ALTER TABLE public.t REPLICA IDENTITY DEFAULT;
-- undo indexes
DROP INDEX CONCURRENTLY public.t_a;
