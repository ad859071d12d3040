DROP INDEX public.i;
CREATE INDEX i ON public.t USING btree (b);
COMMENT ON INDEX public.i IS 'new';
