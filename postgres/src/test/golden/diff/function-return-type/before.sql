CREATE FUNCTION add_one(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT n + 1';
COMMENT ON FUNCTION add_one(integer) IS 'adds';
GRANT EXECUTE ON FUNCTION add_one(integer) TO anon;
