-- case: the table is locked, not only the index
-- setup
CREATE TABLE accounts (id int8 PRIMARY KEY, email text);
CREATE INDEX accounts_email ON accounts (email);
-- migration
DROP INDEX accounts_email; -- finds: drop-index-blocks-table
-- case: of a partitioned table
-- setup
CREATE TABLE events (id int8, at date) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
CREATE INDEX events_id ON events (id);
-- migration
DROP INDEX events_id; -- finds: drop-index-blocks-table
-- case: an index that no migration tells of
-- untraced: the index is not there
-- migration
DROP INDEX app.strange; -- finds: drop-index-blocks-table
-- case: control, concurrently
-- setup
CREATE TABLE accounts (id int8 PRIMARY KEY, email text);
CREATE INDEX accounts_email ON accounts (email);
-- migration
DROP INDEX CONCURRENTLY accounts_email;
-- case: control, the table is new
-- migration
CREATE TABLE accounts (id int8 PRIMARY KEY, email text);
CREATE INDEX accounts_email ON accounts (email);
DROP INDEX accounts_email;
