REVOKE SELECT ON TABLE public.users FROM anon;
GRANT SELECT (id) ON TABLE public.users TO anon;
GRANT SELECT (email) ON TABLE public.users TO anon;
GRANT SELECT (email) ON TABLE public.users TO anon;
