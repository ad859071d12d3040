-- case: nothing is granted again
-- setup
CREATE TABLE users (id int8, name text);
CREATE VIEW people AS SELECT id FROM users;
-- migration
DROP VIEW people; -- finds: recreated-view-loses-grants
CREATE VIEW people AS SELECT name FROM users;
-- case: control, granted again
-- setup
CREATE TABLE users (id int8, name text);
CREATE VIEW people AS SELECT id FROM users;
-- migration
DROP VIEW people;
CREATE VIEW people AS SELECT name FROM users;
GRANT SELECT ON people TO CURRENT_USER;
-- case: control, replaced
-- setup
CREATE TABLE users (id int8, name text);
CREATE VIEW people AS SELECT id FROM users;
-- migration
CREATE OR REPLACE VIEW people AS SELECT id, name FROM users;
