ALTER TABLE public.notes ADD COLUMN body text;
ALTER POLICY own ON public.notes USING (body = 'x'::text);
