-- stage 
ALTER TABLE public.t ADD COLUMN c integer;
-- stage indexes
DROP INDEX CONCURRENTLY public.t_label;
-- undo indexes
CREATE INDEX CONCURRENTLY t_label ON public.t USING btree (public.label(t.*));
-- undo 
ALTER TABLE public.t DROP COLUMN c;
