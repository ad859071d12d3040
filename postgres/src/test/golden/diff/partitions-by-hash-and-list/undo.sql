DROP TABLE public.h;
DROP TABLE public.l;
