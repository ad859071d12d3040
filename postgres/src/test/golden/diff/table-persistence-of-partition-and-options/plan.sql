ALTER TABLE public.t SET (parallel_workers='2', toast.autovacuum_enabled='on');
