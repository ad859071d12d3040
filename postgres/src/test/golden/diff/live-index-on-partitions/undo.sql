DROP INDEX public.m_v;
DROP INDEX public.odd;
ALTER TABLE public.m2 DETACH PARTITION public.m22;
DROP TABLE public.m22;
