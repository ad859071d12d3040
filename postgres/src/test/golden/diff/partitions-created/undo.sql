DROP TABLE public.m_2025;
DROP TABLE public.m_2026;
DROP TABLE public.m_rest;
DROP TABLE public.m;
