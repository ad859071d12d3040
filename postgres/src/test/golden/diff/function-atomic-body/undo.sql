DROP FUNCTION public.emails();
