DROP FUNCTION public.add_one(integer);
