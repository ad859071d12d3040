CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, secret text);
CREATE VIEW v AS SELECT email FROM users;
GRANT SELECT ON v TO anon;
GRANT UPDATE (email) ON v TO authenticated;
COMMENT ON VIEW v IS 'v';
COMMENT ON COLUMN v.email IS 'mail';
