GRANT SELECT (id) ON TABLE public.users TO anon WITH GRANT OPTION;
REVOKE UPDATE (email) ON TABLE public.users FROM anon;
GRANT UPDATE (email) ON TABLE public.users TO PUBLIC;
GRANT SELECT (email) ON TABLE public.users TO anon WITH GRANT OPTION;
GRANT INSERT (secret) ON TABLE public.users TO anon WITH GRANT OPTION;
