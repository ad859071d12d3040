DROP INDEX public.t_b;
ALTER TABLE public.t DROP COLUMN b;
ALTER TABLE public.t ALTER COLUMN a TYPE character varying(10);
ALTER TABLE public.t ADD COLUMN b text GENERATED ALWAYS AS (upper((a)::text)) STORED;
CREATE INDEX t_b ON public.t USING btree (b);
