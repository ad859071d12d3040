ALTER TABLE public.notes ENABLE ROW LEVEL SECURITY;
CREATE POLICY "Own notes" ON public.notes TO authenticated USING (owner = CURRENT_USER) WITH CHECK ((owner = CURRENT_USER) AND (body <> ''::text));
CREATE POLICY adds ON public.notes FOR INSERT WITH CHECK (id > 0);
CREATE POLICY fence ON public.notes AS RESTRICTIVE FOR UPDATE USING (id > 0);
CREATE POLICY readable ON public.notes FOR SELECT USING (true);
COMMENT ON POLICY readable ON public.notes IS 'all may read';
CREATE POLICY removes ON public.notes FOR DELETE TO service_role USING (true);
