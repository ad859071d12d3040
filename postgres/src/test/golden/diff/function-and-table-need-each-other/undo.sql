DROP TABLE public.t;
DROP FUNCTION public.next_id();
