-- case: journal_mode
-- dialect: sqlite
-- transaction: none
-- expect: fails cannot change into wal mode from within a transaction
-- migration
BEGIN;
PRAGMA journal_mode = WAL; -- finds: pragma-in-transaction
COMMIT;
-- case: synchronous
-- dialect: sqlite
-- transaction: none
-- expect: fails Safety level may not be changed inside a transaction
-- migration
BEGIN;
PRAGMA synchronous = OFF; -- finds: pragma-in-transaction
COMMIT;
-- case: control, outside, and only asked
-- dialect: sqlite
-- transaction: none
-- migration
PRAGMA journal_mode = WAL;
BEGIN;
PRAGMA journal_mode;
COMMIT;
