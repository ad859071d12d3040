CREATE OR REPLACE VIEW public.v WITH (security_barrier='true') AS
SELECT a,
    b,
    c
   FROM public.t
  WHERE (a > 0);
