DROP POLICY own ON public.t;
ALTER TABLE public.t ALTER COLUMN owner TYPE text;
CREATE POLICY own ON public.t TO anon USING (owner = CURRENT_USER) WITH CHECK (id > 0);
COMMENT ON POLICY own ON public.t IS 'own rows';
