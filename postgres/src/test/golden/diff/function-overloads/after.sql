CREATE FUNCTION add_one(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT n + 1';
CREATE FUNCTION add_one(n bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT n + 1';
CREATE FUNCTION add_one(n text, VARIADIC more text[]) RETURNS text LANGUAGE sql AS 'SELECT n';
