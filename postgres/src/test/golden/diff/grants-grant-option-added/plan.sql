GRANT UPDATE ON TABLE public.users TO authenticated WITH GRANT OPTION;
