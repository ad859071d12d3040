DROP FUNCTION public.g();
DROP VIEW public.v;
DROP FUNCTION public.f();
DROP TABLE public.t;
