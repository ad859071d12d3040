CREATE STATISTICS public."Odd stats" ON lower(c) FROM public.s;
CREATE STATISTICS public.s_ab (ndistinct, dependencies) ON a, b FROM public.s;
ALTER STATISTICS public.s_ab SET STATISTICS 500;
COMMENT ON STATISTICS public.s_ab IS 'they hang together';
