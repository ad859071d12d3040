CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, secret text);
CREATE TABLE log (id integer, what text);
CREATE RULE logged AS ON DELETE TO users WHERE old.id > 3 DO ALSO (INSERT INTO log (id) VALUES (old.id); UPDATE log SET what = 'x');
ALTER TABLE users DISABLE RULE logged;
COMMENT ON RULE logged ON users IS 'logs';
