-- case: the partitioned table is locked
-- expect: events AccessExclusiveLock; events_1 AccessExclusiveLock
-- setup
CREATE TABLE events (id int8, at date) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
-- migration
ALTER TABLE events DETACH PARTITION events_1; -- finds: detach-partition-locks-parent
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
