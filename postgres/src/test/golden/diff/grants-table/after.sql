CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, secret text);
GRANT SELECT, DELETE ON users TO anon;
GRANT UPDATE ON users TO authenticated;
GRANT ALL ON users TO service_role;
GRANT SELECT ON users TO PUBLIC;
