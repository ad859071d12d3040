CREATE FUNCTION public.times(a numeric, b numeric)
 RETURNS numeric
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT a * b$function$;
CREATE AGGREGATE public.product(numeric) (SFUNC = public.times, STYPE = numeric, INITCOND = '1');
COMMENT ON AGGREGATE public.product(numeric) IS 'all of them';
GRANT EXECUTE ON FUNCTION public.product(numeric) TO anon;
