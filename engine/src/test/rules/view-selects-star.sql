-- case: all columns
-- setup
CREATE TABLE users (id int8, name text);
-- migration
CREATE VIEW people AS SELECT * FROM users; -- finds: view-selects-star
-- case: control, columns by name
-- setup
CREATE TABLE users (id int8, name text);
-- migration
CREATE VIEW people AS SELECT id, name FROM users;
-- case: control, counting is no column
-- setup
CREATE TABLE users (id int8, name text);
-- migration
CREATE VIEW people AS SELECT count(*) AS n FROM users;
