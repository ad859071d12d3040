DROP FUNCTION public.aa(integer);
DROP FUNCTION public.zz(integer);
