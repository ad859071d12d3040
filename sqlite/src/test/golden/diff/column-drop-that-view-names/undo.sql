DROP VIEW ids;
DROP VIEW people;
ALTER TABLE users ADD COLUMN name TEXT;
CREATE VIEW people AS
SELECT id, name, email FROM users;
CREATE VIEW ids AS
SELECT id FROM people;
