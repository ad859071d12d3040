CREATE TRIGGER touched BEFORE INSERT OR UPDATE OF email ON public.users FOR EACH ROW WHEN ((new.email IS NOT NULL)) EXECUTE FUNCTION public.touch();
COMMENT ON TRIGGER touched ON public.users IS 'touches';
