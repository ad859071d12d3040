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
VALUES ('nodes', (SELECT count(*) FROM nodes), (SELECT count(*) FROM pragma_foreign_key_check('nodes')));
CREATE TABLE liftlock_new_nodes (
  id INTEGER PRIMARY KEY,
  parent_id INTEGER REFERENCES nodes (id) ON DELETE CASCADE,
  name TEXT UNIQUE
);
INSERT INTO liftlock_new_nodes (id, parent_id, name)
SELECT id, parent_id, name
FROM nodes;
UPDATE temp.liftlock_guard SET rows_after = (SELECT count(*) FROM liftlock_new_nodes) WHERE name = 'nodes';
DROP TABLE nodes;
ALTER TABLE liftlock_new_nodes RENAME TO nodes;
UPDATE temp.liftlock_guard SET orphans_after = (SELECT count(*) FROM pragma_foreign_key_check('nodes')) WHERE name = 'nodes';
DROP TABLE temp.liftlock_guard;
COMMIT;
PRAGMA foreign_keys = ON;
