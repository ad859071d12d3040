DROP TRIGGER t1 ON public.t;
ALTER TABLE public.t ALTER COLUMN b TYPE character varying(5);
CREATE TRIGGER t1 BEFORE UPDATE OF b ON public.t FOR EACH ROW WHEN (((new.b)::text <> ''::text)) EXECUTE FUNCTION public.tf();
COMMENT ON TRIGGER t1 ON public.t IS 'watches b';
ALTER TABLE public.t DISABLE TRIGGER t2;
