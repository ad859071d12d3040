DROP TABLE public.m_2026;
