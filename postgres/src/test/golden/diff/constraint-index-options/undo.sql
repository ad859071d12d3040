ALTER TABLE public.t DROP CONSTRAINT t_b;
ALTER TABLE public.t ADD CONSTRAINT t_b UNIQUE (b) WITH (fillfactor='60');
ALTER INDEX public.t_pk RESET (fillfactor);
