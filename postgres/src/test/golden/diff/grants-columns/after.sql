CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, secret text);
GRANT SELECT (id, email), INSERT (secret) ON users TO anon WITH GRANT OPTION;
GRANT UPDATE (email) ON users TO PUBLIC;
