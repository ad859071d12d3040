CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, secret text, open text);
GRANT SELECT (open) ON users TO anon;
