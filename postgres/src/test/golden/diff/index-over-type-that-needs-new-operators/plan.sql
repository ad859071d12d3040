DROP INDEX public.t_a;
DROP INDEX public.t_e;
ALTER TABLE public.t DROP CONSTRAINT t_b_check;
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;
ALTER TABLE public.t ALTER COLUMN b TYPE integer USING b::integer;
ALTER TABLE public.t ADD CONSTRAINT t_b_check CHECK ((b <> 0));
CREATE INDEX t_a ON public.t USING btree (a);
