CREATE FUNCTION add_one(number integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT number + 1';
