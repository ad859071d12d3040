CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, secret text);
GRANT SELECT, UPDATE ON users TO app_owner;
GRANT SELECT ON users TO anon;
