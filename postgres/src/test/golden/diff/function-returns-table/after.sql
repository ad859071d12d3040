CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, secret text);
CREATE FUNCTION find_users(part text, OUT id integer, OUT email text) RETURNS SETOF record LANGUAGE sql STABLE AS 'SELECT id, email FROM users WHERE email LIKE part';
CREATE FUNCTION all_users() RETURNS TABLE (id integer, email text) LANGUAGE sql STABLE AS 'SELECT id, email FROM users';
CREATE FUNCTION whole_users() RETURNS SETOF users LANGUAGE sql STABLE AS 'SELECT * FROM users';
