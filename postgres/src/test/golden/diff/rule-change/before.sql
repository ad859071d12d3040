CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, secret text);
CREATE TABLE log (id integer, what text);
CREATE RULE logged AS ON DELETE TO users DO ALSO INSERT INTO log (id) VALUES (old.id);
ALTER TABLE users DISABLE RULE logged;
COMMENT ON RULE logged ON users IS 'logs';
