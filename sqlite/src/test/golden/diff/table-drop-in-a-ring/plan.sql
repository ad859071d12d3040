-- With foreign keys on, DROP TABLE would delete the rows of a table first, and by ON DELETE
-- CASCADE those of its children. Inside a transaction the pragma would do nothing.
-- liftlock runs it before the transaction; by hand, run this file with sqlite3 -bail.
PRAGMA foreign_keys = OFF;
BEGIN;
DROP TABLE a;
DROP TABLE b;
COMMIT;
PRAGMA foreign_keys = ON;
