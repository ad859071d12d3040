CREATE INDEX t_a ON public.t USING btree (a DESC NULLS LAST);
CREATE INDEX t_c ON public.t USING gin (c jsonb_path_ops) WITH (fastupdate=off);
CREATE UNIQUE INDEX t_lower ON public.t USING btree (lower(b)) INCLUDE (a) WHERE (a > 0);
