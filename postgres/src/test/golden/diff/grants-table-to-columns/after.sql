CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, secret text);
GRANT SELECT (id, email) ON users TO anon;
