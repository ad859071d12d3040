COMMENT ON SEQUENCE public.s IS NULL;
COMMENT ON CONSTRAINT users_pkey ON public.users IS NULL;
COMMENT ON TABLE public.notes IS 'old';
COMMENT ON TABLE public.users IS NULL;
COMMENT ON COLUMN public.notes.body IS 'goes';
COMMENT ON COLUMN public.users.email IS NULL;
COMMENT ON INDEX public.i IS NULL;
