DROP VIEW public.firsts;
DROP FUNCTION public.first_item();
DROP TABLE public.items;
DROP FUNCTION public.next_no();
