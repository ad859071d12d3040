ALTER TABLE public.users DISABLE TRIGGER touched;
