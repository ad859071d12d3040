-- case: a short lock timeout
-- setup
CREATE TABLE accounts (id int8 PRIMARY KEY, email text);
-- migration
SET lock_timeout = '2s';
CREATE INDEX CONCURRENTLY accounts_email ON accounts (email); -- finds: timeout-cancels-concurrent-index
-- case: both of them, the second in milliseconds
-- setup
CREATE TABLE accounts (id int8 PRIMARY KEY, email text);
CREATE INDEX accounts_email ON accounts (email);
-- migration
SET lock_timeout = '2s';
SET statement_timeout = 30000;
REINDEX INDEX CONCURRENTLY accounts_email; -- finds: timeout-cancels-concurrent-index, timeout-cancels-concurrent-index
-- case: control, no timeout while it runs
-- setup
CREATE TABLE accounts (id int8 PRIMARY KEY, email text);
-- migration
SET lock_timeout = '2s';
SET lock_timeout = 0;
CREATE INDEX CONCURRENTLY accounts_email ON accounts (email);
-- case: control, an hour is patience enough
-- setup
CREATE TABLE accounts (id int8 PRIMARY KEY, email text);
-- migration
SET lock_timeout = '1h';
CREATE INDEX CONCURRENTLY accounts_email ON accounts (email);
