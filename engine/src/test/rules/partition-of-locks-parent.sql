-- case: the partitioned table is in use
-- expect: events AccessExclusiveLock
-- setup
CREATE TABLE events (id int8, at date) PARTITION BY RANGE (at);
-- migration
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2024-02-01') TO ('2024-03-01'); -- finds: partition-of-locks-parent
-- case: the default partition itself
-- setup
CREATE TABLE events (id int8, at date) PARTITION BY RANGE (at);
-- migration
CREATE TABLE events_rest PARTITION OF events DEFAULT; -- finds: partition-of-locks-parent
-- case: control, the partitioned table is new
-- migration
CREATE TABLE events (id int8, at date) PARTITION BY RANGE (at);
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2024-02-01') TO ('2024-03-01');
-- case: control, made apart and attached
-- setup
CREATE TABLE events (id int8, at date) PARTITION BY RANGE (at);
-- migration
CREATE TABLE events_2 (LIKE events INCLUDING DEFAULTS INCLUDING CONSTRAINTS);
ALTER TABLE events ATTACH PARTITION events_2 FOR VALUES FROM ('2024-02-01') TO ('2024-03-01');
