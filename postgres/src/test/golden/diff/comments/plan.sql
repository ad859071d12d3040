COMMENT ON SEQUENCE public.s IS '$$';
COMMENT ON CONSTRAINT users_pkey ON public.users IS 'key';
COMMENT ON TABLE public.notes IS E'it''s
\\ new	ä😀';
COMMENT ON TABLE public.users IS 'users';
COMMENT ON COLUMN public.notes.body IS NULL;
COMMENT ON COLUMN public.users.email IS 'mail; -- no comment';
COMMENT ON INDEX public.i IS 'i';
