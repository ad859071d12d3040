CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, secret text);
GRANT UPDATE ON users TO authenticated WITH GRANT OPTION;
