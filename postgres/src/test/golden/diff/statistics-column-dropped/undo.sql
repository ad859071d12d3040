ALTER TABLE public.s ADD COLUMN a integer;
ALTER TABLE public.s ALTER COLUMN c TYPE text;
CREATE STATISTICS public.s_ab ON a, b FROM public.s;
