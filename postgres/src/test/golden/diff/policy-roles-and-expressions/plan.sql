ALTER POLICY own ON public.notes TO authenticated, service_role USING ((owner = CURRENT_USER) OR (id = 1)) WITH CHECK (id > 1);
