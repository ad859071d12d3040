CREATE FUNCTION times(a numeric, b numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT a * b';
CREATE AGGREGATE product(numeric) (SFUNC = times, STYPE = numeric, INITCOND = '1');
COMMENT ON AGGREGATE product(numeric) IS 'all of them';
GRANT EXECUTE ON FUNCTION product(numeric) TO anon;
