-- case: in a transaction that the file opens
-- setup
CREATE TABLE accounts (id int8 PRIMARY KEY, email text);
-- migration
BEGIN;
CREATE INDEX CONCURRENTLY accounts_email ON accounts (email); -- finds: concurrently-in-transaction
COMMIT;
-- case: in a DO block
-- setup
CREATE TABLE accounts (id int8 PRIMARY KEY, email text);
CREATE INDEX accounts_email ON accounts (email);
-- migration
DO $$
BEGIN
  DROP INDEX CONCURRENTLY accounts_email; -- finds: concurrently-in-transaction
END $$;
-- case: reindexing and detaching
-- setup
CREATE TABLE events (id int8, at date) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
-- migration
BEGIN;
ALTER TABLE events DETACH PARTITION events_1 CONCURRENTLY; -- finds: concurrently-in-transaction
COMMIT;
-- case: control, the runner gives it no transaction
-- setup
CREATE TABLE accounts (id int8 PRIMARY KEY, email text);
-- migration
CREATE INDEX CONCURRENTLY accounts_email ON accounts (email);
REINDEX INDEX CONCURRENTLY accounts_email;
DROP INDEX CONCURRENTLY accounts_email;
