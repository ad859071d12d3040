DROP VIEW public.x;
CREATE MATERIALIZED VIEW public.x AS
SELECT id
   FROM public.base;
CREATE INDEX x_id ON public.x USING btree (id);
