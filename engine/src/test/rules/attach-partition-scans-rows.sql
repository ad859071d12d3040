-- case: mistake 2 of other linters: the partitioned table itself goes on
-- expect: events ShareUpdateExclusiveLock; events_2 AccessExclusiveLock; scans events_2
-- setup
CREATE TABLE events (id int8, at date) PARTITION BY RANGE (at);
CREATE TABLE events_2 (id int8, at date NOT NULL);
ALTER TABLE events_2 ADD CHECK (at = '2024-02-05') NOT VALID;
-- migration
ALTER TABLE events ATTACH PARTITION events_2 FOR VALUES FROM ('2024-02-01') TO ('2024-03-01'); -- finds: attach-partition-scans-rows
-- case: the default partition is read, too
-- setup
CREATE TABLE events (id int8, at date) PARTITION BY RANGE (at);
CREATE TABLE events_rest PARTITION OF events DEFAULT;
ALTER TABLE events_rest ADD CHECK (at = '2030-01-01') NOT VALID;
CREATE TABLE events_2 (id int8, at date NOT NULL);
ALTER TABLE events_2 ADD CHECK (at = '2024-02-05') NOT VALID;
-- migration
ALTER TABLE events ATTACH PARTITION events_2 FOR VALUES FROM ('2024-02-01') TO ('2024-03-01'); -- finds: attach-partition-scans-rows
-- case: a new table, yet the default partition is read
-- setup
CREATE TABLE events (id int8, at date) PARTITION BY RANGE (at);
CREATE TABLE events_rest PARTITION OF events DEFAULT;
ALTER TABLE events_rest ADD CHECK (at = '2030-01-01') NOT VALID;
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
-- case: a list with NULL, beside a default partition
-- setup
CREATE TABLE events (id int8, kind text) PARTITION BY LIST (kind);
CREATE TABLE events_rest PARTITION OF events (kind NOT NULL) DEFAULT;
ALTER TABLE events_rest ADD CHECK (kind = 'z') NOT VALID;
CREATE TABLE events_a (id int8, kind text);
ALTER TABLE events_a ADD CHECK (kind = 'a') NOT VALID;
-- migration
ALTER TABLE events ATTACH PARTITION events_a FOR VALUES IN ('a', 'b', NULL); -- finds: attach-partition-scans-rows
-- case: divided by two columns
-- setup
CREATE TABLE events (a int8, "B" int, at date) PARTITION BY RANGE (a, "B");
CREATE TABLE events_rest PARTITION OF events DEFAULT;
ALTER TABLE events_rest ADD CHECK (a = 9) NOT VALID;
CREATE TABLE events_1 (a int8 NOT NULL, "B" int NOT NULL, at date);
ALTER TABLE events_1 ADD CHECK (a = 2) NOT VALID;
-- migration
ALTER TABLE events ATTACH PARTITION events_1 FOR VALUES FROM (1, 2) TO (3, 4); -- finds: attach-partition-scans-rows
-- case: open to one side
-- setup
CREATE TABLE events (a int8, b int) PARTITION BY RANGE (a);
CREATE TABLE events_1 (a int8 NOT NULL, b int);
ALTER TABLE events_1 ADD CHECK (a = 12) NOT VALID;
-- migration
ALTER TABLE events ATTACH PARTITION events_1 FOR VALUES FROM (10) TO (MAXVALUE); -- finds: attach-partition-scans-rows
-- case: by hash
-- setup
CREATE TABLE events (a int8, b int) PARTITION BY HASH (a);
CREATE TABLE events_0 (a int8 NOT NULL, b int);
ALTER TABLE events_0 ADD CHECK (a = 12) NOT VALID;
-- migration
ALTER TABLE events ATTACH PARTITION events_0 FOR VALUES WITH (MODULUS 2, REMAINDER 0); -- finds: attach-partition-scans-rows
-- case: below a partition
-- setup
CREATE TABLE events (id int8, at date, kind text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2024-02-01') PARTITION BY LIST (kind);
CREATE TABLE events_1_rest PARTITION OF events_1 DEFAULT;
ALTER TABLE events_1_rest ADD CHECK (kind = 'z') NOT VALID;
CREATE TABLE events_1_a (id int8, at date NOT NULL, kind text NOT NULL);
ALTER TABLE events_1_a ADD CHECK (at = '2024-01-05') NOT VALID, ADD CHECK (kind = 'a') NOT VALID;
-- migration
ALTER TABLE events_1 ATTACH PARTITION events_1_a FOR VALUES IN ('a'); -- finds: attach-partition-scans-rows
-- case: what the partitioned table has is built in the moment of joining
-- setup
CREATE TABLE events (id int8, at date NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE events_2 (id int8 NOT NULL, at date NOT NULL);
ALTER TABLE events_2 ADD CHECK (at = '2024-02-05') NOT VALID;
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
