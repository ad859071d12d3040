ALTER TABLE public.users DROP COLUMN open;
GRANT SELECT ON TABLE public.users TO anon;
