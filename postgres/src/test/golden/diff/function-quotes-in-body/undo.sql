DROP FUNCTION public.odd();
