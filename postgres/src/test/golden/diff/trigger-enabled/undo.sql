ALTER TABLE public.users ENABLE TRIGGER touched;
