CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, secret text);
CREATE FUNCTION emails() RETURNS SETOF text LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT u.email FROM users u ORDER BY u.id;
END;
