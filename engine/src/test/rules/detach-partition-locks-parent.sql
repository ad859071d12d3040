-- case: the partitioned table is locked
-- expect: events AccessExclusiveLock; events_1 AccessExclusiveLock
-- setup
CREATE TABLE events (id int8, at date) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
-- migration
ALTER TABLE events DETACH PARTITION events_1; -- finds: detach-partition-locks-parent
-- case: by list, by hash and by two columns
-- setup
CREATE TABLE kinds (id int8, kind text) PARTITION BY LIST (kind);
CREATE TABLE kinds_a PARTITION OF kinds FOR VALUES IN ('a');
CREATE TABLE hashed (id int8) PARTITION BY HASH (id);
CREATE TABLE hashed_0 PARTITION OF hashed FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE pairs (a int, b int) PARTITION BY RANGE (a, b);
CREATE TABLE pairs_1 PARTITION OF pairs FOR VALUES FROM (1, 2) TO (3, 4);
-- migration
ALTER TABLE kinds DETACH PARTITION kinds_a; -- finds: detach-partition-locks-parent
ALTER TABLE hashed DETACH PARTITION hashed_0; -- finds: detach-partition-locks-parent
ALTER TABLE pairs DETACH PARTITION pairs_1; -- finds: detach-partition-locks-parent
-- case: with a default partition
-- setup
CREATE TABLE events (id int8, at date) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- migration
ALTER TABLE events DETACH PARTITION events_1; -- finds: detach-partition-locks-parent
-- case: control, concurrently
-- setup
CREATE TABLE events (id int8, at date) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
-- migration
ALTER TABLE events DETACH PARTITION events_1 CONCURRENTLY;
-- case: control, a default partition leaves nothing but a short wait
-- setup
CREATE TABLE events (id int8, at date) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- migration
SET LOCAL lock_timeout = '2s';
ALTER TABLE events DETACH PARTITION events_1;
