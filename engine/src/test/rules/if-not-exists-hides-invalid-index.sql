-- case: mistake 5 of other linters: they recommend IF NOT EXISTS here
-- setup
CREATE TABLE accounts (id int8 PRIMARY KEY, email text);
-- migration
CREATE INDEX CONCURRENTLY IF NOT EXISTS accounts_email ON accounts (email); -- finds: if-not-exists-hides-invalid-index
-- case: control, what a failed build left goes first
-- setup
CREATE TABLE accounts (id int8 PRIMARY KEY, email text);
-- migration
DROP INDEX CONCURRENTLY IF EXISTS accounts_email;
CREATE INDEX CONCURRENTLY IF NOT EXISTS accounts_email ON accounts (email);
-- case: control, the table is new
-- migration
CREATE TABLE accounts (id int8 PRIMARY KEY, email text);
CREATE INDEX CONCURRENTLY IF NOT EXISTS accounts_email ON accounts (email);
