DROP FUNCTION public.from_c();
DROP VIEW public.c;
DROP TABLE public.a;
DROP TABLE public.b;
DROP FUNCTION public.count_a();
