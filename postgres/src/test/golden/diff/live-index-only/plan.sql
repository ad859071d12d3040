CREATE INDEX t_a ON public.t USING btree (a);
