-- case: a second attempt would stop at the name
-- setup
CREATE TABLE accounts (id int8 PRIMARY KEY, email text);
-- migration
CREATE INDEX CONCURRENTLY accounts_email ON accounts (email); -- finds: concurrent-index-leaves-invalid-index
-- case: control, what a failed build left goes first
-- setup
CREATE TABLE accounts (id int8 PRIMARY KEY, email text);
-- migration
DROP INDEX CONCURRENTLY IF EXISTS accounts_email;
CREATE INDEX CONCURRENTLY accounts_email ON accounts (email);
-- case: control, another index is dropped before
-- setup
CREATE TABLE accounts (id int8 PRIMARY KEY, email text);
-- migration
DROP INDEX CONCURRENTLY IF EXISTS accounts_name;
CREATE INDEX CONCURRENTLY accounts_email ON accounts (email); -- finds: concurrent-index-leaves-invalid-index
