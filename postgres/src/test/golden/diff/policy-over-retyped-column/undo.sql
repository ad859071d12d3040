DROP POLICY own ON public.t;
ALTER TABLE public.t ALTER COLUMN owner TYPE character varying(20);
CREATE POLICY own ON public.t TO anon USING ((owner)::text = CURRENT_USER) WITH CHECK (id > 0);
COMMENT ON POLICY own ON public.t IS 'own rows';
