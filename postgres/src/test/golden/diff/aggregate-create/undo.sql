DROP AGGREGATE public.product(numeric);
DROP FUNCTION public.times(numeric, numeric);
