CREATE EXTENSION pg_trgm WITH SCHEMA public VERSION '1.6';
ALTER TABLE public.t ADD COLUMN b text;
ALTER TABLE public.t ADD CONSTRAINT t_a_key UNIQUE (a);
CREATE INDEX t_b ON public.t USING gin (b public.gin_trgm_ops);
