CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, secret text);
CREATE TABLE notes (id integer PRIMARY KEY, owner text NOT NULL, body text);
CREATE INDEX i ON users (email);
CREATE SEQUENCE s;
COMMENT ON TABLE notes IS 'old';
COMMENT ON COLUMN notes.body IS 'goes';
