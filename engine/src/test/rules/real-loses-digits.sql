-- case: money
-- dialect: sqlite
-- expect: INSERT INTO t VALUES (0.1), (0.2) works; SELECT sum(price) = 0.3 FROM t is 0
-- migration
CREATE TABLE t (price DOUBLE PRECISION); -- finds: real-loses-digits
-- case: an identifier
-- dialect: sqlite
-- expect: INSERT INTO t VALUES (9007199254740993) works; SELECT CAST(user_id AS INTEGER) FROM t is 9007199254740992
-- migration
CREATE TABLE t (user_id FLOAT); -- finds: real-loses-digits
-- case: a new column
-- dialect: sqlite
-- expect: UPDATE users SET total_amount = 0.1 + 0.2 works; SELECT total_amount = 0.3 FROM users is 0
-- setup
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
INSERT INTO users VALUES (1, 'a@b');
-- migration
ALTER TABLE users ADD COLUMN total_amount REAL; -- finds: real-loses-digits
-- case: control
-- dialect: sqlite
-- expect: INSERT INTO t VALUES (1.5, 10, 9007199254740993) works; SELECT user_id FROM t is 9007199254740993
-- migration
CREATE TABLE t (temperature REAL, price INTEGER, user_id INTEGER);
