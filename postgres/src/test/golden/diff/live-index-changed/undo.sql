DROP INDEX public.i;
CREATE INDEX i ON public.t USING btree (a);
CREATE INDEX j ON public.t USING btree (b);
