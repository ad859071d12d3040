DROP INDEX public.i;
DROP INDEX public.j;
CREATE UNIQUE INDEX i ON public.t USING btree (a, b);
