DROP VIEW public.v;
CREATE VIEW public.v AS
SELECT id,
    email
   FROM public.users;
REVOKE SELECT ON TABLE public.v FROM anon;
