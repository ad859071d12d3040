CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, secret text);
GRANT SELECT ON users TO anon;
GRANT SELECT (id) ON users TO anon;
