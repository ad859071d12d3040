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
VALUES ('t', (SELECT count(*) FROM t), NULL);
CREATE TABLE liftlock_new_t (
  a INT,
  b INT GENERATED ALWAYS AS (a * 2) STORED
);
INSERT INTO liftlock_new_t (rowid, a)
SELECT rowid, a
FROM t;
UPDATE temp.liftlock_guard SET rows_after = (SELECT count(*) FROM liftlock_new_t) WHERE name = 't';
DROP TABLE t;
ALTER TABLE liftlock_new_t RENAME TO t;
DROP TABLE temp.liftlock_guard;
COMMIT;
PRAGMA foreign_keys = ON;
