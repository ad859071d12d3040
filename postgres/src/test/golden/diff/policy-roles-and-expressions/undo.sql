ALTER POLICY own ON public.notes TO anon USING (owner = CURRENT_USER) WITH CHECK (id > 0);
