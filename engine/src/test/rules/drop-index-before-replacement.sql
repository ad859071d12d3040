-- case: the new one is built after the old one is gone
-- setup
CREATE TABLE accounts (id int8 PRIMARY KEY, email text, name text);
CREATE INDEX accounts_email ON accounts (email);
-- migration
DROP INDEX CONCURRENTLY accounts_email; -- finds: drop-index-before-replacement
CREATE INDEX CONCURRENTLY accounts_email_name ON accounts (email, name);
-- case: control, the new one first
-- setup
CREATE TABLE accounts (id int8 PRIMARY KEY, email text, name text);
CREATE INDEX accounts_email ON accounts (email);
-- migration
CREATE INDEX CONCURRENTLY accounts_email_name ON accounts (email, name);
DROP INDEX CONCURRENTLY accounts_email;
-- case: control, another column
-- setup
CREATE TABLE accounts (id int8 PRIMARY KEY, email text, name text);
CREATE INDEX accounts_email ON accounts (email);
-- migration
DROP INDEX CONCURRENTLY accounts_email;
CREATE INDEX CONCURRENTLY accounts_name ON accounts (name);
-- case: control, what a failed build left
-- setup
CREATE TABLE accounts (id int8 PRIMARY KEY, email text);
-- migration
DROP INDEX CONCURRENTLY IF EXISTS accounts_email;
CREATE INDEX CONCURRENTLY accounts_email ON accounts (email);
