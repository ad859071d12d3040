-- case: an index
-- setup
CREATE TABLE accounts (id int8 PRIMARY KEY, email text);
CREATE INDEX accounts_email ON accounts (email);
-- migration
REINDEX INDEX accounts_email; -- finds: reindex-blocks
-- case: a table
-- setup
CREATE TABLE accounts (id int8 PRIMARY KEY, email text);
-- migration
REINDEX TABLE accounts; -- finds: reindex-blocks
-- case: control, concurrently
-- setup
CREATE TABLE accounts (id int8 PRIMARY KEY, email text);
-- migration
REINDEX TABLE CONCURRENTLY accounts;
-- case: control, the table is new
-- migration
CREATE TABLE accounts (id int8 PRIMARY KEY, email text);
REINDEX TABLE accounts;
