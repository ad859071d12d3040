DROP POLICY own ON public.notes;
ALTER TABLE public.notes ALTER COLUMN body TYPE character varying(30);
CREATE POLICY own ON public.notes TO anon USING ((body)::text = 'x'::text);
COMMENT ON POLICY own ON public.notes IS 'own';
