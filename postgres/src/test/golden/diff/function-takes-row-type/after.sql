CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, secret text);
CREATE FUNCTION label(u users) RETURNS text LANGUAGE sql STABLE AS 'SELECT u.email';
