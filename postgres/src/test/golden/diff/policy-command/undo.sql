DROP POLICY own ON public.notes;
CREATE POLICY own ON public.notes FOR SELECT USING (owner = CURRENT_USER);
