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
VALUES ('rows', (SELECT count(*) FROM "rows"), NULL);
DROP TRIGGER after_key;
CREATE TABLE liftlock_new_rows (
  "key" TEXT PRIMARY KEY,
  "action" TEXT,
  "first" INT NOT NULL,
  "plan",
  "row" INT,
  CHECK (action <> key AND row IS NULL)
);
INSERT INTO liftlock_new_rows (rowid, "key", "action", "first", "plan")
SELECT rowid, "key", "action", "first", "plan"
FROM "rows";
UPDATE temp.liftlock_guard SET rows_after = (SELECT count(*) FROM liftlock_new_rows) WHERE name = 'rows';
DROP TABLE "rows";
ALTER TABLE liftlock_new_rows RENAME TO "rows";
CREATE TRIGGER after_key AFTER UPDATE OF key ON rows FOR EACH ROW
BEGIN
  UPDATE rows SET first = first + 1, action = CASE WHEN first > 1 THEN 'x' ELSE plan END;
END;
DROP TABLE temp.liftlock_guard;
COMMIT;
PRAGMA foreign_keys = ON;
