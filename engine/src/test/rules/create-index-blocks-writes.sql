-- case: on a table that is in use
-- expect: accounts ShareLock; scans accounts
-- setup
CREATE TABLE accounts (id int8 PRIMARY KEY, email text);
-- migration
CREATE INDEX accounts_email ON accounts (email); -- finds: create-index-blocks-writes
-- case: on a partitioned table every partition is read
-- setup
CREATE TABLE events (id int8, at date) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
-- migration
CREATE INDEX events_id ON events (id); -- finds: create-index-blocks-writes
-- case: without a name, with all that an index can say
-- setup
CREATE TABLE "Accounts" (id int8 PRIMARY KEY, email text, "from" int);
-- migration
create /* why */ index on only "Accounts" using btree (lower(email) desc nulls last, "from") include (id) with (fillfactor = 70) where id > 0; -- finds: create-index-blocks-writes
-- case: in another schema
-- setup
CREATE SCHEMA app;
CREATE TABLE app.accounts (id int8 PRIMARY KEY, email text);
-- migration
CREATE INDEX IF NOT EXISTS by_mail ON app.accounts (email); -- finds: create-index-blocks-writes
-- case: partitions that have partitions, and one in another schema
-- setup
CREATE SCHEMA app;
CREATE TABLE events (id int8, at date, kind text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2024-02-01') PARTITION BY LIST (kind);
CREATE TABLE events_1_a PARTITION OF events_1 FOR VALUES IN ('a');
CREATE TABLE app.events_1_rest PARTITION OF events_1 DEFAULT;
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- migration
CREATE INDEX ON events (id, lower(kind)); -- finds: create-index-blocks-writes
-- case: a unique one
-- setup
CREATE TABLE events (id int8, at date) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
-- migration
CREATE UNIQUE INDEX events_key ON events (id, at); -- finds: create-index-blocks-writes
-- case: on a materialized view
-- setup
CREATE TABLE accounts (id int8 PRIMARY KEY, email text);
CREATE MATERIALIZED VIEW mails AS SELECT email FROM accounts;
-- migration
CREATE INDEX ON mails (email); -- finds: create-index-blocks-writes
-- case: a table that no migration tells of is taken to be in use
-- untraced: the table is not there
-- migration
CREATE UNIQUE INDEX IF NOT EXISTS strangers_a ON app.strangers (a); -- finds: create-index-blocks-writes
-- case: control, the table is new
-- migration
CREATE TABLE accounts (id int8 PRIMARY KEY, email text);
CREATE INDEX ON accounts (email);
-- case: control, concurrently
-- setup
CREATE TABLE accounts (id int8 PRIMARY KEY, email text);
-- migration
CREATE INDEX CONCURRENTLY accounts_email ON accounts (email);
-- case: control, the partitioned table alone has no rows
-- setup
CREATE TABLE events (id int8, at date) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
-- migration
CREATE INDEX events_id ON ONLY events (id);
-- case: control, a temporary table is this session's own
-- migration
CREATE TEMP TABLE scratch (a int8);
CREATE INDEX ON scratch (a);
