ALTER TABLE public.t DROP CONSTRAINT t_b;
ALTER INDEX public.t_pk RESET (fillfactor);
ALTER TABLE public.t ADD CONSTRAINT t_b UNIQUE (b) WITH (fillfactor='60');
