DROP AGGREGATE public.middle(double precision, anyelement);
DROP AGGREGATE public.rows_of(*);
