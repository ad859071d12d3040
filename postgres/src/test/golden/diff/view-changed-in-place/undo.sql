DROP VIEW public.w;
DROP VIEW public.v;
CREATE VIEW public.v AS
SELECT a,
    b
   FROM public.t;
GRANT SELECT ON TABLE public.v TO anon;
CREATE VIEW public.w AS
SELECT a
   FROM public.v;
