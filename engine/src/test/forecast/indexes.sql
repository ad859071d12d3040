-- case: create an index
-- expect: users ShareLock; scans users
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
CREATE INDEX users_age ON users (age);
-- case: create an index that is there
-- expect: users ShareLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
CREATE INDEX IF NOT EXISTS users_email ON users (email);
-- case: create an index concurrently
-- transaction: none
-- expect: users ShareUpdateExclusiveLock; scans users
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
CREATE INDEX CONCURRENTLY users_age ON users (age);
-- case: create an index concurrently in a transaction
-- expect: fails 25001
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
BEGIN;
CREATE INDEX CONCURRENTLY users_age ON users (age);
COMMIT;
-- case: create an index concurrently that is there
-- transaction: none
-- expect: users ShareUpdateExclusiveLock
-- untraced: a lock that is held for a moment is not always seen from a second session
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
CREATE INDEX CONCURRENTLY IF NOT EXISTS users_email ON users (email);
-- case: create an index of an expression
-- expect: users ShareLock; scans users
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
CREATE INDEX users_lower ON users (lower(email));
-- case: create a unique index
-- expect: users ShareLock; scans users
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
CREATE UNIQUE INDEX users_age ON users (age);
-- case: create an index on a partitioned table
-- expect: events ShareLock; events_1 ShareLock; events_2 ShareLock; events_rest ShareLock; scans events_1; scans events_2; scans events_rest
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- migration
CREATE INDEX events_id ON events (id);
-- case: create an index concurrently on a partitioned table
-- transaction: none
-- expect: fails 0A000
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- migration
CREATE INDEX CONCURRENTLY events_id ON events (id);
-- case: create an index on only a partitioned table
-- expect: events ShareLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- migration
CREATE INDEX events_id ON ONLY events (id);
-- case: create an index on a partitioned table whose partitions have it
-- expect: a ShareLock; b ShareLock; events ShareLock; events_1 ShareLock; events_2 ShareLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE INDEX a ON events_1 (id);
CREATE INDEX b ON events_2 (id);
-- migration
CREATE INDEX events_id ON events (id);
-- case: create an index on a parent of inheritance
-- expect: animals ShareLock; scans animals
-- setup
CREATE TABLE animals (id int8 PRIMARY KEY, name text);
CREATE TABLE dogs (barks boolean) INHERITS (animals);
CREATE INDEX dogs_name ON dogs (name);
-- migration
CREATE INDEX animals_name ON animals (name);
-- case: create an index on a materialized view
-- expect: m ShareLock; scans m
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE MATERIALIZED VIEW m AS SELECT * FROM users;
-- migration
CREATE INDEX m_id ON m (id);
-- case: create a gin index
-- expect: t ShareLock; scans t
-- setup
CREATE TABLE t (a int[]);
-- migration
CREATE INDEX t_a ON t USING gin (a);
-- case: create a brin index
-- expect: t ShareLock; scans t
-- setup
CREATE TABLE t (a int);
-- migration
CREATE INDEX t_a ON t USING brin (a);
-- case: create a hash index
-- expect: t ShareLock; scans t
-- setup
CREATE TABLE t (a int);
-- migration
CREATE INDEX t_a ON t USING hash (a);
-- case: create a unique index on a partitioned table without its key
-- expect: fails 0A000
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
-- migration
CREATE UNIQUE INDEX events_id ON events (id);
-- case: attach an index
-- expect: events AccessShareLock; events_1 AccessShareLock; events_1_id AccessExclusiveLock; events_id ShareUpdateExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE INDEX events_id ON ONLY events (id);
CREATE INDEX events_1_id ON events_1 (id);
CREATE INDEX events_2_id ON events_2 (id);
-- migration
ALTER INDEX events_id ATTACH PARTITION events_1_id;
-- case: attach the last index
-- expect: events AccessShareLock; events_2 AccessShareLock; events_2_id AccessExclusiveLock; events_id ShareUpdateExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE INDEX events_id ON ONLY events (id);
CREATE INDEX events_1_id ON events_1 (id);
CREATE INDEX events_2_id ON events_2 (id);
ALTER INDEX events_id ATTACH PARTITION events_1_id;
-- migration
ALTER INDEX events_id ATTACH PARTITION events_2_id;
-- case: drop an index
-- expect: users AccessExclusiveLock; users_email AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
DROP INDEX users_email;
-- case: drop an index concurrently
-- transaction: none
-- expect: users ShareUpdateExclusiveLock; users_email AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
DROP INDEX CONCURRENTLY users_email;
-- case: drop an index concurrently in a transaction
-- expect: fails 25001
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
BEGIN;
DROP INDEX CONCURRENTLY users_email;
COMMIT;
-- case: drop an index of a constraint
-- expect: fails 2BP01
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
DROP INDEX users_pkey;
-- case: drop an index of a constraint concurrently
-- transaction: none
-- expect: fails 2BP01
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
DROP INDEX CONCURRENTLY users_pkey;
-- case: drop an index of a partitioned table
-- expect: events AccessExclusiveLock; events_1 AccessExclusiveLock; events_1_id_idx AccessExclusiveLock; events_2 AccessExclusiveLock; events_2_id_idx AccessExclusiveLock; events_id AccessExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE INDEX events_id ON events (id);
-- migration
DROP INDEX events_id;
-- case: drop an index of a partitioned table concurrently
-- transaction: none
-- expect: fails 0A000
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE INDEX events_id ON events (id);
-- migration
DROP INDEX CONCURRENTLY events_id;
-- case: drop an index of a partition that is attached
-- expect: fails 2BP01
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE INDEX events_id ON events (id);
-- migration
DROP INDEX events_1_id_idx;
-- case: drop two indexes concurrently
-- transaction: none
-- expect: fails 0A000
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE INDEX users_age ON users (age);
-- migration
DROP INDEX CONCURRENTLY users_email, users_age;
-- case: drop an index concurrently, CASCADE
-- transaction: none
-- expect: fails 0A000
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
DROP INDEX CONCURRENTLY users_email CASCADE;
-- case: reindex an index
-- expect: users ShareLock; users_email AccessExclusiveLock; scans users; rewrites users_email
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
REINDEX INDEX users_email;
-- case: reindex a table
-- expect: users ShareLock; users_email AccessExclusiveLock; users_pkey AccessExclusiveLock; scans users; rewrites users_email; rewrites users_pkey
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
REINDEX TABLE users;
-- case: reindex an index concurrently
-- transaction: none
-- expect: users ShareUpdateExclusiveLock; users_email ShareUpdateExclusiveLock; scans users; rewrites users_email
-- untraced: a lock that is held for a moment is not always seen from a second session
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
REINDEX INDEX CONCURRENTLY users_email;
-- case: reindex a table concurrently
-- transaction: none
-- expect: users ShareUpdateExclusiveLock; users_email ShareUpdateExclusiveLock; users_pkey ShareUpdateExclusiveLock; scans users; rewrites users_email; rewrites users_pkey
-- untraced: a lock that is held for a moment is not always seen from a second session
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
REINDEX TABLE CONCURRENTLY users;
-- case: reindex a table concurrently in a transaction
-- expect: fails 25001
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
BEGIN;
REINDEX TABLE CONCURRENTLY users;
COMMIT;
-- case: reindex a partitioned table
-- transaction: none
-- expect: fails 25001
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE INDEX events_id ON events (id);
-- migration
REINDEX TABLE events;
-- case: reindex a partitioned table in a transaction
-- expect: fails 25001
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE INDEX events_id ON events (id);
-- migration
REINDEX TABLE events;
-- case: reindex an index of a partitioned table
-- transaction: none
-- expect: fails 25001
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE INDEX events_id ON events (id);
-- migration
REINDEX INDEX events_id;
-- case: rename an index
-- expect: users_email ShareUpdateExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER INDEX users_email RENAME TO users_mail;
-- case: rename an index as a table
-- expect: users_email AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users_email RENAME TO users_mail;
-- case: set the fill factor of an index
-- expect: users_email ShareUpdateExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER INDEX users_email SET (fillfactor = 50);
-- case: reset the fill factor of an index
-- expect: users_email ShareUpdateExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER INDEX users_email RESET (fillfactor);
-- case: set the tablespace of an index
-- expect: users_email AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER INDEX users_email SET TABLESPACE pg_default;
-- case: set the statistics of an index
-- expect: users_lower ShareUpdateExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE INDEX users_lower ON users (lower(email));
-- migration
ALTER INDEX users_lower ALTER COLUMN 1 SET STATISTICS 500;
-- case: cluster by an index
-- expect: users AccessExclusiveLock; users_email AccessExclusiveLock; users_pkey AccessExclusiveLock; scans users; rewrites users; rewrites users_email; rewrites users_pkey
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
CLUSTER users USING users_email;
-- case: cluster a table that was clustered
-- expect: users AccessExclusiveLock; users_email AccessExclusiveLock; users_pkey AccessExclusiveLock; scans users; rewrites users; rewrites users_email; rewrites users_pkey
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
ALTER TABLE users CLUSTER ON users_email;
-- migration
CLUSTER users;
-- case: mark an index to cluster on
-- expect: users ShareUpdateExclusiveLock; users_email ShareUpdateExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users CLUSTER ON users_email;
-- case: mark no index to cluster on
-- expect: users ShareUpdateExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users SET WITHOUT CLUSTER;
-- case: comment on an index
-- expect: users_email ShareUpdateExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
COMMENT ON INDEX users_email IS 'x';
