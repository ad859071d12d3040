GRANT SELECT ON TABLE public.users TO anon;
REVOKE SELECT (email) ON TABLE public.users FROM anon;
