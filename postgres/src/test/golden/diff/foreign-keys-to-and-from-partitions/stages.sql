-- stage 
ALTER TABLE public.m ADD CONSTRAINT m_p_id_fkey FOREIGN KEY (p_id) REFERENCES public.p(id);
ALTER TABLE public.r ADD CONSTRAINT r_m_id_m_at_fkey FOREIGN KEY (m_id, m_at) REFERENCES public.m(id, at) NOT VALID;
-- stage validate
ALTER TABLE public.r VALIDATE CONSTRAINT r_m_id_m_at_fkey;
-- undo validate
ALTER TABLE public.r DROP CONSTRAINT r_m_id_m_at_fkey;
ALTER TABLE public.r ADD CONSTRAINT r_m_id_m_at_fkey FOREIGN KEY (m_id, m_at) REFERENCES public.m(id, at) NOT VALID;
-- undo 
ALTER TABLE public.m DROP CONSTRAINT m_p_id_fkey;
ALTER TABLE public.r DROP CONSTRAINT r_m_id_m_at_fkey;
