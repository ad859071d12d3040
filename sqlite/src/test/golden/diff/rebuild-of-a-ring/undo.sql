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
VALUES ('a', (SELECT count(*) FROM a), (SELECT count(*) FROM pragma_foreign_key_check('a')));
INSERT INTO temp.liftlock_guard (name, rows_before, orphans_before)
VALUES ('b', (SELECT count(*) FROM b), (SELECT count(*) FROM pragma_foreign_key_check('b')));
CREATE TABLE liftlock_new_a (
  id INTEGER PRIMARY KEY,
  b_id INTEGER REFERENCES b (id) ON DELETE CASCADE,
  x TEXT
);
INSERT INTO liftlock_new_a (id, b_id, x)
SELECT id, b_id, x
FROM a;
UPDATE temp.liftlock_guard SET rows_after = (SELECT count(*) FROM liftlock_new_a) WHERE name = 'a';
DROP TABLE a;
ALTER TABLE liftlock_new_a RENAME TO a;
CREATE TABLE liftlock_new_b (
  id INTEGER PRIMARY KEY,
  a_id INTEGER REFERENCES a (id) ON DELETE CASCADE,
  x TEXT
);
INSERT INTO liftlock_new_b (id, a_id, x)
SELECT id, a_id, x
FROM b;
UPDATE temp.liftlock_guard SET rows_after = (SELECT count(*) FROM liftlock_new_b) WHERE name = 'b';
DROP TABLE b;
ALTER TABLE liftlock_new_b RENAME TO b;
UPDATE temp.liftlock_guard SET orphans_after = (SELECT count(*) FROM pragma_foreign_key_check('a')) WHERE name = 'a';
UPDATE temp.liftlock_guard SET orphans_after = (SELECT count(*) FROM pragma_foreign_key_check('b')) WHERE name = 'b';
DROP TABLE temp.liftlock_guard;
COMMIT;
PRAGMA foreign_keys = ON;
