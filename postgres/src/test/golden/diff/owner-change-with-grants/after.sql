CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, secret text);
GRANT SELECT ON users TO anon;
ALTER TABLE users OWNER TO app_owner;
