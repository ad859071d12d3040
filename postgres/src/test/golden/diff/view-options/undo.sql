CREATE OR REPLACE VIEW public.v AS
SELECT a
   FROM public.t;
ALTER VIEW public.v ALTER COLUMN a DROP DEFAULT;
ALTER VIEW public.w RESET (check_option);
ALTER VIEW public.w SET (security_barrier='true');
