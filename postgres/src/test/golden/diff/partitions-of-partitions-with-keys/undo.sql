DROP TABLE public.r;
DROP TABLE public.l;
