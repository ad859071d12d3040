DROP FUNCTION public.a_first(integer);
DROP TABLE public.users;
DROP FUNCTION public.z_last(integer);
