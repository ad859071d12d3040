CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, secret text);
CREATE FUNCTION count_users() RETURNS bigint LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT count(*) FROM users u WHERE u.secret IS NULL;
END;
