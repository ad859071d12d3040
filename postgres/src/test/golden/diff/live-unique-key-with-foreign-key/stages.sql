-- stage indexes
CREATE UNIQUE INDEX CONCURRENTLY p_a ON public.p USING btree (a) INCLUDE (b) WITH (fillfactor='80');
-- stage validate
ALTER TABLE public.p ADD CONSTRAINT p_a UNIQUE USING INDEX p_a;
ALTER TABLE public.c ADD CONSTRAINT c_fk FOREIGN KEY (a) REFERENCES public.p(a);
-- undo validate
ALTER TABLE public.c DROP CONSTRAINT c_fk;
ALTER TABLE public.p DROP CONSTRAINT p_a;
CREATE UNIQUE INDEX p_a ON public.p USING btree (a) INCLUDE (b) WITH (fillfactor='80');
-- undo indexes
DROP INDEX CONCURRENTLY public.p_a;
