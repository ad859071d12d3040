ALTER TABLE public.c INHERIT public.p;
ALTER TABLE public.d NO INHERIT public.p;
