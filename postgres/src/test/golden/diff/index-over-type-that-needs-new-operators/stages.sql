-- stage 
DROP INDEX public.t_a;
DROP INDEX public.t_e;
ALTER TABLE public.t DROP CONSTRAINT t_b_check;
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;
ALTER TABLE public.t ALTER COLUMN b TYPE integer USING b::integer;
ALTER TABLE public.t ADD CONSTRAINT t_b_check CHECK ((b <> 0)) NOT VALID;
-- stage indexes
CREATE INDEX CONCURRENTLY t_a ON public.t USING btree (a);
-- stage validate
ALTER TABLE public.t VALIDATE CONSTRAINT t_b_check;
-- undo validate
ALTER TABLE public.t DROP CONSTRAINT t_b_check;
ALTER TABLE public.t ADD CONSTRAINT t_b_check CHECK ((b <> 0)) NOT VALID;
-- undo indexes
DROP INDEX CONCURRENTLY public.t_a;
-- undo 
ALTER TABLE public.t DROP CONSTRAINT t_b_check;
ALTER TABLE public.t ALTER COLUMN a TYPE text;
ALTER TABLE public.t ALTER COLUMN b TYPE text;
ALTER TABLE public.t ADD CONSTRAINT t_b_check CHECK ((b <> ''::text));
CREATE INDEX t_a ON public.t USING btree (a text_pattern_ops);
CREATE INDEX t_e ON public.t USING btree (length(a)) WHERE (a <> ''::text);
