CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, secret text);
CREATE TABLE log (id integer, what text);
CREATE VIEW v AS SELECT id, email FROM users;
CREATE RULE put AS ON INSERT TO v DO INSTEAD INSERT INTO users (id, email) VALUES (new.id, new.email) RETURNING users.id, users.email;
