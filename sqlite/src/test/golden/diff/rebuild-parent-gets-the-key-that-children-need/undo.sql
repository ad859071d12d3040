-- With foreign keys on, DROP TABLE would delete the rows of a table first, and by ON DELETE
-- CASCADE those of its children. Inside a transaction the pragma would do nothing.
-- liftlock runs it before the transaction; by hand, run this file with sqlite3 -bail.
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TEMP TABLE liftlock_guard (
  name TEXT PRIMARY KEY,
  rows_before INTEGER,
  rows_after INTEGER,
  orphans_before INTEGER,
  orphans_after INTEGER,
  CONSTRAINT "every row is carried over" CHECK (rows_after = rows_before),
  CONSTRAINT "no row loses its parent" CHECK (orphans_after <= orphans_before)
);
INSERT INTO temp.liftlock_guard (name, rows_before, orphans_before)
VALUES ('children', (SELECT count(*) FROM children), NULL);
INSERT INTO temp.liftlock_guard (name, rows_before, orphans_before)
VALUES ('parents', (SELECT count(*) FROM parents), NULL);
CREATE TABLE liftlock_new_children (
  id INTEGER PRIMARY KEY,
  code TEXT
);
INSERT INTO liftlock_new_children (id, code)
SELECT id, code
FROM children;
UPDATE temp.liftlock_guard SET rows_after = (SELECT count(*) FROM liftlock_new_children) WHERE name = 'children';
DROP TABLE children;
ALTER TABLE liftlock_new_children RENAME TO children;
CREATE TABLE liftlock_new_parents (
  code TEXT,
  name TEXT
);
INSERT INTO liftlock_new_parents (rowid, code, name)
SELECT rowid, code, name
FROM parents;
UPDATE temp.liftlock_guard SET rows_after = (SELECT count(*) FROM liftlock_new_parents) WHERE name = 'parents';
DROP TABLE parents;
ALTER TABLE liftlock_new_parents RENAME TO parents;
DROP TABLE temp.liftlock_guard;
COMMIT;
PRAGMA foreign_keys = ON;
