DROP INDEX public.t_b;
ALTER TABLE public.t DROP COLUMN b;
ALTER TABLE public.t ALTER COLUMN a TYPE text;
ALTER TABLE public.t ADD COLUMN b text GENERATED ALWAYS AS (upper(a)) STORED;
CREATE INDEX t_b ON public.t USING btree (b);
