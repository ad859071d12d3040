CREATE FUNCTION add_one(n integer) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT n + 1::bigint';
COMMENT ON FUNCTION add_one(integer) IS 'adds';
GRANT EXECUTE ON FUNCTION add_one(integer) TO anon;
