DROP POLICY own ON public.notes;
CREATE POLICY own ON public.notes USING (owner = CURRENT_USER);
COMMENT ON POLICY own ON public.notes IS 'own';
