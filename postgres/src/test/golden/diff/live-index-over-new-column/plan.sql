DROP INDEX public.t_i;
ALTER TABLE public.t ADD COLUMN b integer DEFAULT 1 NOT NULL;
ALTER TABLE public.t ADD COLUMN c integer;
ALTER TABLE public.t ADD CONSTRAINT c_ok CHECK ((c > 0));
CREATE INDEX t_i ON public.t USING btree (a, b);
