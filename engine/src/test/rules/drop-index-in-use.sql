-- case: a unique index is what ON CONFLICT names
-- setup
CREATE TABLE accounts (id int8 PRIMARY KEY, email text);
CREATE UNIQUE INDEX accounts_email ON accounts (email);
-- migration
DROP INDEX CONCURRENTLY accounts_email; -- finds: drop-index-in-use
-- case: the replica identity
-- setup
CREATE TABLE accounts (id int8 NOT NULL, email text);
CREATE UNIQUE INDEX accounts_id ON accounts (id);
ALTER TABLE accounts REPLICA IDENTITY USING INDEX accounts_id;
-- migration
DROP INDEX CONCURRENTLY accounts_id; -- finds: drop-index-in-use
-- case: control, a plain index that no facts tell of
-- setup
CREATE TABLE accounts (id int8 PRIMARY KEY, email text);
CREATE INDEX accounts_email ON accounts (email);
-- migration
DROP INDEX CONCURRENTLY accounts_email;
-- case: control, another unique index does the same
-- setup
CREATE TABLE accounts (id int8 PRIMARY KEY, email text);
CREATE UNIQUE INDEX accounts_email ON accounts (email);
CREATE UNIQUE INDEX accounts_email_again ON accounts (email);
-- migration
DROP INDEX CONCURRENTLY accounts_email_again;
