DROP POLICY p ON public.a;
DROP POLICY p ON public.b;
DROP TABLE public.a;
DROP TABLE public.b;
