DROP POLICY members_only ON public.notes;
DROP TABLE public.members;
