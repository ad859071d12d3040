-- case: two at a time
-- setup
CREATE TABLE accounts (id int8 PRIMARY KEY, email text, name text);
CREATE INDEX accounts_email ON accounts (email);
CREATE INDEX accounts_name ON accounts (name);
-- migration
DROP INDEX CONCURRENTLY accounts_email, accounts_name; -- finds: drop-index-fails
-- case: with CASCADE
-- setup
CREATE TABLE accounts (id int8 PRIMARY KEY, email text);
CREATE INDEX accounts_email ON accounts (email);
-- migration
DROP INDEX CONCURRENTLY accounts_email CASCADE; -- finds: drop-index-fails
-- case: that of a partitioned table
-- setup
CREATE TABLE events (id int8, at date) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
CREATE INDEX events_id ON events (id);
-- migration
DROP INDEX CONCURRENTLY events_id; -- finds: drop-index-fails
-- case: that of a partition
-- setup
CREATE TABLE events (id int8, at date) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
CREATE INDEX events_id ON events (id);
-- migration
DROP INDEX events_1_id_idx; -- finds: drop-index-fails
-- case: that of a constraint
-- setup
CREATE TABLE accounts (id int8 PRIMARY KEY, email text UNIQUE);
-- migration
DROP INDEX accounts_email_key; -- finds: drop-index-fails
-- case: control, one by one
-- setup
CREATE TABLE accounts (id int8 PRIMARY KEY, email text, name text);
CREATE INDEX accounts_email ON accounts (email);
CREATE INDEX accounts_name ON accounts (name);
-- migration
DROP INDEX CONCURRENTLY accounts_email;
DROP INDEX CONCURRENTLY accounts_name;
