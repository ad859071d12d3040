DROP POLICY "Own notes" ON public.notes;
DROP POLICY adds ON public.notes;
DROP POLICY fence ON public.notes;
DROP POLICY readable ON public.notes;
DROP POLICY removes ON public.notes;
ALTER TABLE public.notes DISABLE ROW LEVEL SECURITY;
