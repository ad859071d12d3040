DROP POLICY own ON public.notes;
ALTER TABLE public.notes ALTER COLUMN body TYPE text;
CREATE POLICY own ON public.notes TO anon USING (body = 'x'::text);
COMMENT ON POLICY own ON public.notes IS 'own';
