ALTER TABLE public.m DROP CONSTRAINT m_p_id_fkey;
ALTER TABLE public.r DROP CONSTRAINT r_m_id_m_at_fkey;
