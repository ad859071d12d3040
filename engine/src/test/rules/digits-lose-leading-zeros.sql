-- case: zeros are lost
-- dialect: sqlite
-- expect: INSERT INTO t VALUES ('00123', '+49123') works; SELECT zip FROM t is 123; SELECT phone FROM t is 49123
-- migration
CREATE TABLE t (
  zip INT, -- finds: digits-lose-leading-zeros
  phone NUMERIC -- finds: digits-lose-leading-zeros
);
-- case: a new column
-- dialect: sqlite
-- setup
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
INSERT INTO users VALUES (1, 'a@b');
-- migration
ALTER TABLE users ADD COLUMN homePhone INTEGER; -- finds: digits-lose-leading-zeros
-- case: control
-- dialect: sqlite
-- expect: INSERT INTO t VALUES ('00123', '+49123', 3) works; SELECT zip FROM t is 00123
-- migration
CREATE TABLE t (zip TEXT, phone VARCHAR(20), zipped INT);
