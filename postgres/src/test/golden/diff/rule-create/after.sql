CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, secret text);
CREATE TABLE log (id integer, what text);
CREATE RULE logged AS ON DELETE TO users DO ALSO INSERT INTO log (id, what) VALUES (old.id, 'gone; "quoted"');
COMMENT ON RULE logged ON users IS 'logs';
