DROP VIEW public.v;
DROP INDEX public.t_total;
ALTER TABLE public.t DROP COLUMN total;
ALTER TABLE public.t ADD COLUMN total integer GENERATED ALWAYS AS ((id * 2)) STORED;
CREATE INDEX t_total ON public.t USING btree (total);
CREATE VIEW public.v AS
SELECT total
   FROM public.t;
