DROP VIEW ids;
DROP VIEW people;
ALTER TABLE users DROP COLUMN name;
CREATE VIEW people AS
SELECT id, email FROM users;
CREATE VIEW ids AS
SELECT id FROM people;
