DROP VIEW public.v;
CREATE VIEW public.v AS
SELECT id,
    email
   FROM public.users;
COMMENT ON VIEW public.v IS 'v';
GRANT SELECT ON TABLE public.v TO anon;
COMMENT ON COLUMN public.v.email IS 'mail';
GRANT UPDATE (email) ON TABLE public.v TO authenticated;
