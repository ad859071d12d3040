ALTER TABLE public.t DROP COLUMN c;
CREATE INDEX t_label ON public.t USING btree (public.label(t.*));
