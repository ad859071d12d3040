-- case: nothing kept the rows apart
-- setup
CREATE TABLE accounts (id int8 PRIMARY KEY, email text);
-- migration
CREATE UNIQUE INDEX CONCURRENTLY accounts_email ON accounts (email); -- finds: unique-index-may-meet-duplicates
-- case: a part of them
-- setup
CREATE TABLE accounts (id int8 PRIMARY KEY, email text, gone bool);
-- migration
CREATE UNIQUE INDEX CONCURRENTLY accounts_email ON accounts (lower(email)) WHERE NOT gone; -- finds: unique-index-may-meet-duplicates
-- case: control, a key of fewer columns has kept them apart
-- setup
CREATE TABLE accounts (id int8 PRIMARY KEY, email text);
-- migration
CREATE UNIQUE INDEX CONCURRENTLY accounts_id_email ON accounts (id, email);
-- case: control, duplicates are deleted first
-- setup
CREATE TABLE accounts (id int8 PRIMARY KEY, email text);
-- migration
DELETE FROM accounts a USING accounts b WHERE a.email = b.email AND a.id > b.id;
CREATE UNIQUE INDEX CONCURRENTLY accounts_email ON accounts (email);
-- case: control, not unique
-- setup
CREATE TABLE accounts (id int8 PRIMARY KEY, email text);
-- migration
CREATE INDEX CONCURRENTLY accounts_email ON accounts (email);
