ALTER TABLE public.t DROP CONSTRAINT t_b;
ALTER TABLE public.t DROP CONSTRAINT t_key;
CREATE UNIQUE INDEX t_b ON public.t USING btree (b);
CREATE UNIQUE INDEX t_key ON public.t USING btree (a) INCLUDE (b);
