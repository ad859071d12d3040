REVOKE SELECT (id) ON TABLE public.users FROM anon;
REVOKE UPDATE (email) ON TABLE public.users FROM PUBLIC;
REVOKE GRANT OPTION FOR SELECT (email) ON TABLE public.users FROM anon;
GRANT UPDATE (email) ON TABLE public.users TO anon;
REVOKE INSERT (secret) ON TABLE public.users FROM anon;
