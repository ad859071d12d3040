-- case: a partition
-- expect: events AccessExclusiveLock; events_1 AccessExclusiveLock
-- setup
CREATE TABLE events (id int8, at date) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
-- migration
DROP TABLE events_1; -- finds: drop-partition-locks-parent
-- case: control, detached first
-- setup
CREATE TABLE events (id int8, at date) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
-- migration
ALTER TABLE events DETACH PARTITION events_1 CONCURRENTLY;
DROP TABLE events_1;
-- case: control, no partition
-- setup
CREATE TABLE events (id int8, at date);
-- migration
DROP TABLE events;
