DROP VIEW public.v;
ALTER TABLE public.t ALTER COLUMN b TYPE character varying(3);
CREATE VIEW public.v AS
SELECT a,
    b
   FROM public.t;
GRANT SELECT (a) ON TABLE public.v TO anon;
CREATE TRIGGER vt INSTEAD OF INSERT ON public.v FOR EACH ROW EXECUTE FUNCTION public.tf();
CREATE RULE vr AS
    ON DELETE TO public.v DO INSTEAD NOTHING;
