-- case: behind BEGIN
-- dialect: sqlite
-- transaction: none
-- expect: fails cannot VACUUM from within a transaction
-- migration
BEGIN;
VACUUM; -- finds: vacuum-in-transaction
COMMIT;
-- case: control, behind COMMIT
-- dialect: sqlite
-- transaction: none
-- migration
BEGIN;
COMMIT;
VACUUM;
