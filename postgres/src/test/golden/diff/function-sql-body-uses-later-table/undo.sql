DROP FUNCTION public.aaa();
DROP FUNCTION public.bbb();
DROP TABLE public.zzz;
