-- stage 
ALTER TABLE public.m ADD CONSTRAINT v_ok CHECK ((v > 0)) NOT VALID;
-- stage validate
ALTER TABLE public.m VALIDATE CONSTRAINT v_ok;
-- undo validate
ALTER TABLE public.m DROP CONSTRAINT v_ok;
ALTER TABLE public.m ADD CONSTRAINT v_ok CHECK ((v > 0)) NOT VALID;
-- undo 
ALTER TABLE public.m DROP CONSTRAINT v_ok;
