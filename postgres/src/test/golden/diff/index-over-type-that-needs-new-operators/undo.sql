DROP INDEX public.t_a;
ALTER TABLE public.t DROP CONSTRAINT t_b_check;
ALTER TABLE public.t ALTER COLUMN a TYPE text;
ALTER TABLE public.t ALTER COLUMN b TYPE text;
ALTER TABLE public.t ADD CONSTRAINT t_b_check CHECK ((b <> ''::text));
CREATE INDEX t_a ON public.t USING btree (a text_pattern_ops);
CREATE INDEX t_e ON public.t USING btree (length(a)) WHERE (a <> ''::text);
