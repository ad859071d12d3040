DROP TABLE public.x;
CREATE INDEX x ON public.y USING btree (id);
