DROP INDEX public.t_i;
ALTER TABLE public.t DROP CONSTRAINT c_ok;
ALTER TABLE public.t DROP COLUMN b;
ALTER TABLE public.t DROP COLUMN c;
CREATE INDEX t_i ON public.t USING btree (a);
