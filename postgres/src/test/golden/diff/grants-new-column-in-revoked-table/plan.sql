REVOKE SELECT ON TABLE public.users FROM anon;
ALTER TABLE public.users ADD COLUMN open text;
GRANT SELECT (open) ON TABLE public.users TO anon;
