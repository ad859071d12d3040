DROP TRIGGER mt ON public.m;
DROP FUNCTION public.tf();
