ALTER TABLE public.t ADD COLUMN a text;
CREATE INDEX t_a ON public.t USING btree (a);
CREATE INDEX t_ab ON public.t USING btree (a, b);
