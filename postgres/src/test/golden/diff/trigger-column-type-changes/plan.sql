DROP TRIGGER touched ON public.users;
ALTER TABLE public.users ALTER COLUMN secret TYPE character varying(20);
CREATE TRIGGER touched BEFORE UPDATE OF secret ON public.users FOR EACH ROW WHEN ((new.secret IS NOT NULL)) EXECUTE FUNCTION public.touch();
ALTER TABLE public.users DISABLE TRIGGER touched;
