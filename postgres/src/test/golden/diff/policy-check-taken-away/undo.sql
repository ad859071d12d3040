ALTER POLICY own ON public.notes WITH CHECK (id > 0);
