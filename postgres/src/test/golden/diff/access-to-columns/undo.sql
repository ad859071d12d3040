ALTER TABLE public.t ALTER COLUMN a TYPE integer;
GRANT UPDATE (a) ON TABLE public.t TO anon;
ALTER TABLE public.t ADD COLUMN b integer;
GRANT SELECT (b) ON TABLE public.t TO anon;
REVOKE INSERT (c) ON TABLE public.t FROM reader;
