ALTER TABLE public.t RESET (parallel_workers);
ALTER TABLE public.t SET (toast.autovacuum_enabled='off');
