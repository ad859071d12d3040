DROP TRIGGER touched ON public.m;
