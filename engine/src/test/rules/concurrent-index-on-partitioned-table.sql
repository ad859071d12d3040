-- case: mistake 4 of other linters: they propose this very statement
-- expect: fails 0A000
-- setup
CREATE TABLE events (id int8, at date) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
-- migration
CREATE INDEX CONCURRENTLY events_id ON events (id); -- finds: concurrent-index-on-partitioned-table
-- case: not even without its partitions
-- setup
CREATE TABLE events (id int8, at date) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
-- migration
CREATE INDEX CONCURRENTLY events_id ON ONLY events (id); -- finds: concurrent-index-on-partitioned-table
-- case: control, partition by partition
-- setup
CREATE TABLE events (id int8, at date) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
-- migration
CREATE INDEX events_id ON ONLY events (id);
CREATE INDEX CONCURRENTLY events_1_id_idx ON events_1 (id);
ALTER INDEX events_id ATTACH PARTITION events_1_id_idx;
