-- case: without a name
-- setup
CREATE TABLE accounts (id int8 PRIMARY KEY, email text);
-- migration
CREATE INDEX CONCURRENTLY ON accounts (email); -- finds: unnamed-concurrent-index
-- case: control, with a name
-- setup
CREATE TABLE accounts (id int8 PRIMARY KEY, email text);
-- migration
CREATE INDEX CONCURRENTLY accounts_email ON accounts (email);
-- case: control, nothing fails half-way without CONCURRENTLY
-- setup
CREATE TABLE accounts (id int8 PRIMARY KEY, email text);
-- migration
CREATE INDEX ON accounts (email);
