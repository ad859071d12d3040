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
VALUES ('users', (SELECT count(*) FROM users), NULL);
CREATE TABLE liftlock_new_users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  name TEXT DEFAULT 'nobody'
);
INSERT INTO liftlock_new_users (id, email, name)
SELECT id, email, name
FROM users;
UPDATE temp.liftlock_guard SET rows_after = (SELECT count(*) FROM liftlock_new_users) WHERE name = 'users';
DROP TABLE users;
ALTER TABLE liftlock_new_users RENAME TO users;
DROP TABLE temp.liftlock_guard;
COMMIT;
PRAGMA foreign_keys = ON;
