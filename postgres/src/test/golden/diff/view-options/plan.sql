CREATE OR REPLACE VIEW public.v WITH (check_option='cascaded') AS
SELECT a
   FROM public.t
  WHERE (a > 0);
ALTER VIEW public.v ALTER COLUMN a SET DEFAULT 5;
ALTER VIEW public.w RESET (security_barrier);
ALTER VIEW public.w SET (check_option='local');
