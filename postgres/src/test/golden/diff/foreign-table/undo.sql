DROP FOREIGN TABLE public.logs;
