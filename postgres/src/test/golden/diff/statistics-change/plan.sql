DROP STATISTICS public.s_ab;
CREATE STATISTICS public.s_ab (mcv) ON a, b, c FROM public.s;
COMMENT ON STATISTICS public.s_ab IS 'c';
