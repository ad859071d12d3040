DROP INDEX public.i;
CREATE INDEX i ON public.t USING btree (a);
COMMENT ON INDEX public.i IS 'old';
