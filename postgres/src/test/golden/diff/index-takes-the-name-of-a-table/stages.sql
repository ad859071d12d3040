-- stage 
DROP TABLE public.x;
-- stage indexes
CREATE INDEX CONCURRENTLY x ON public.y USING btree (id);
-- undo indexes
DROP INDEX CONCURRENTLY public.x;
-- undo 
CREATE TABLE public.x (
  id integer
);
