-- case: mistake 2 of other linters: the partitioned table itself goes on
-- expect: events ShareUpdateExclusiveLock; events_2 AccessExclusiveLock; scans events_2
-- setup
CREATE TABLE events (id int8, at date) PARTITION BY RANGE (at);
CREATE TABLE events_2 (id int8, at date);
-- migration
ALTER TABLE events ATTACH PARTITION events_2 FOR VALUES FROM ('2024-02-01') TO ('2024-03-01'); -- finds: attach-partition-scans-rows
-- case: the default partition is read, too
-- setup
CREATE TABLE events (id int8, at date) PARTITION BY RANGE (at);
CREATE TABLE events_rest PARTITION OF events DEFAULT;
CREATE TABLE events_2 (id int8, at date);
-- migration
ALTER TABLE events ATTACH PARTITION events_2 FOR VALUES FROM ('2024-02-01') TO ('2024-03-01'); -- finds: attach-partition-scans-rows
-- case: a new table, yet the default partition is read
-- setup
CREATE TABLE events (id int8, at date) PARTITION BY RANGE (at);
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- migration
CREATE TABLE events_2 (LIKE events);
ALTER TABLE events ATTACH PARTITION events_2 FOR VALUES FROM ('2024-02-01') TO ('2024-03-01'); -- finds: attach-partition-scans-rows
-- case: a check that has not been validated proves nothing
-- setup
CREATE TABLE events (id int8, at date) PARTITION BY RANGE (at);
CREATE TABLE events_2 (id int8, at date);
ALTER TABLE events_2 ADD CONSTRAINT bound CHECK (at IS NOT NULL AND at >= '2024-02-01' AND at < '2024-03-01') NOT VALID;
-- migration
ALTER TABLE events ATTACH PARTITION events_2 FOR VALUES FROM ('2024-02-01') TO ('2024-03-01'); -- finds: attach-partition-scans-rows
-- case: control, checks prove it on both sides
-- setup
CREATE TABLE events (id int8, at date) PARTITION BY RANGE (at);
CREATE TABLE events_rest PARTITION OF events DEFAULT;
CREATE TABLE events_2 (id int8, at date);
ALTER TABLE events_2 ADD CONSTRAINT bound CHECK (at IS NOT NULL AND at >= '2024-02-01' AND at < '2024-03-01');
ALTER TABLE events_rest ADD CONSTRAINT excluded CHECK (NOT (at IS NOT NULL AND at >= '2024-02-01' AND at < '2024-03-01'));
-- migration
ALTER TABLE events ATTACH PARTITION events_2 FOR VALUES FROM ('2024-02-01') TO ('2024-03-01');
-- case: control, a list with proof
-- setup
CREATE TABLE events (id int8, kind text) PARTITION BY LIST (kind);
CREATE TABLE events_a (id int8, kind text);
ALTER TABLE events_a ADD CONSTRAINT bound CHECK (kind IS NOT NULL AND kind IN ('a', 'b'));
-- migration
ALTER TABLE events ATTACH PARTITION events_a FOR VALUES IN ('a', 'b');
-- case: control, the partition is new and there is no default
-- setup
CREATE TABLE events (id int8, at date) PARTITION BY RANGE (at);
-- migration
CREATE TABLE events_2 (LIKE events);
ALTER TABLE events ATTACH PARTITION events_2 FOR VALUES FROM ('2024-02-01') TO ('2024-03-01');
