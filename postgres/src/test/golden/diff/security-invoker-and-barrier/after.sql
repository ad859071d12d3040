-- since 15
CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, secret text);
CREATE VIEW v WITH (security_invoker = true, security_barrier = true) AS SELECT id FROM users;
GRANT SELECT ON v TO anon;
