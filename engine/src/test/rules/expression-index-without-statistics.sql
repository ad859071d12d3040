-- case: no ANALYZE behind it
-- setup
CREATE TABLE accounts (id int8 PRIMARY KEY, email text);
-- migration
CREATE INDEX CONCURRENTLY accounts_email ON accounts (lower(email)); -- finds: expression-index-without-statistics
-- case: control, with ANALYZE
-- setup
CREATE TABLE accounts (id int8 PRIMARY KEY, email text);
-- migration
CREATE INDEX CONCURRENTLY accounts_email ON accounts (lower(email));
ANALYZE accounts;
-- case: control, of columns there are statistics
-- setup
CREATE TABLE accounts (id int8 PRIMARY KEY, email text);
-- migration
CREATE INDEX CONCURRENTLY accounts_email ON accounts (email);
