ALTER TABLE public.p DROP CONSTRAINT p_a;
DROP TABLE public.c;
DROP TABLE public.q;
