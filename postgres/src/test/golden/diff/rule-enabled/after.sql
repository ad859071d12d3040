CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, secret text);
CREATE TABLE log (id integer, what text);
CREATE RULE logged AS ON INSERT TO users DO ALSO NOTHING;
ALTER TABLE users ENABLE REPLICA RULE logged;
