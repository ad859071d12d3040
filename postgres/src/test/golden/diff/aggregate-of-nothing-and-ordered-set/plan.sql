CREATE AGGREGATE public.middle(double precision ORDER BY anyelement) (SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA);
GRANT EXECUTE ON FUNCTION public.middle(double precision, anyelement) TO anon;
CREATE AGGREGATE public.rows_of(*) (SFUNC = int8inc, STYPE = bigint, INITCOND = '0');
COMMENT ON AGGREGATE public.rows_of(*) IS 'count';
REVOKE EXECUTE ON FUNCTION public.rows_of() FROM PUBLIC;
