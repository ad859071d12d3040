ALTER TABLE public.users ENABLE RULE logged;
