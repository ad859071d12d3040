CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, secret text);
GRANT SELECT ON users TO anon;
CREATE FUNCTION add_one(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT n + 1';
