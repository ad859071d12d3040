-- case: the default partition is read
-- expect: events AccessExclusiveLock; events_rest AccessExclusiveLock; scans events_rest
-- setup
CREATE TABLE events (id int8, at date) PARTITION BY RANGE (at);
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- migration
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2024-02-01') TO ('2024-03-01'); -- finds: partition-of-scans-default
-- case: control, there is no default partition
-- setup
CREATE TABLE events (id int8, at date) PARTITION BY RANGE (at);
-- migration
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2024-02-01') TO ('2024-03-01');
