ALTER TABLE public.m ADD CONSTRAINT v_ok CHECK ((v > 0));
