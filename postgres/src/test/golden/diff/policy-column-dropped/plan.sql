ALTER POLICY own ON public.notes USING (owner = 'x'::text);
ALTER TABLE public.notes DROP COLUMN body;
