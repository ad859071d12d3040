DROP INDEX public.m_a;
