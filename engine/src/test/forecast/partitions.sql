-- case: attach a partition
-- expect: events ShareUpdateExclusiveLock; events_3 AccessExclusiveLock; scans events_3
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_3 (id int8, at date, note text);
-- migration
ALTER TABLE events ATTACH PARTITION events_3 FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
-- case: attach a partition where there is a default partition
-- expect: events ShareUpdateExclusiveLock; events_3 AccessExclusiveLock; events_rest AccessExclusiveLock; scans events_3; scans events_rest
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
CREATE TABLE events_3 (id int8, at date, note text);
-- migration
ALTER TABLE events ATTACH PARTITION events_3 FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
-- case: attach a partition with a matching check
-- expect: events ShareUpdateExclusiveLock; events_3 AccessExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_3 (id int8, at date, note text);
ALTER TABLE events_3 ADD CONSTRAINT b CHECK (at IS NOT NULL AND at >= '2022-01-01' AND at < '2023-01-01');
-- migration
ALTER TABLE events ATTACH PARTITION events_3 FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
-- case: attach a partition with a matching check that is not valid
-- expect: events ShareUpdateExclusiveLock; events_3 AccessExclusiveLock; scans events_3
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_3 (id int8, at date, note text);
ALTER TABLE events_3 ADD CONSTRAINT b CHECK (at IS NOT NULL AND at >= '2022-01-01' AND at < '2023-01-01') NOT VALID;
-- migration
ALTER TABLE events ATTACH PARTITION events_3 FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
-- case: attach a partition with a check without NOT NULL
-- expect: events ShareUpdateExclusiveLock; events_3 AccessExclusiveLock; scans events_3
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_3 (id int8, at date, note text);
ALTER TABLE events_3 ADD CONSTRAINT b CHECK (at >= '2022-01-01' AND at < '2023-01-01');
-- migration
ALTER TABLE events ATTACH PARTITION events_3 FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
-- case: attach a partition with a check without NOT NULL, the column refuses NULL
-- expect: events ShareUpdateExclusiveLock; events_3 AccessExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_3 (id int8, at date NOT NULL, note text);
ALTER TABLE events_3 ADD CONSTRAINT b CHECK (at >= '2022-01-01' AND at < '2023-01-01');
-- migration
ALTER TABLE events ATTACH PARTITION events_3 FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
-- case: attach a partition with a narrower check
-- expect: events ShareUpdateExclusiveLock; events_3 AccessExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_3 (id int8, at date, note text);
ALTER TABLE events_3 ADD CONSTRAINT b CHECK (at IS NOT NULL AND at >= '2022-02-01' AND at < '2023-01-01');
-- migration
ALTER TABLE events ATTACH PARTITION events_3 FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
-- case: attach a partition with a matching check where there is a default partition
-- expect: events ShareUpdateExclusiveLock; events_3 AccessExclusiveLock; events_rest AccessExclusiveLock; scans events_rest
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
CREATE TABLE events_3 (id int8, at date, note text);
ALTER TABLE events_3 ADD CONSTRAINT b CHECK (at IS NOT NULL AND at >= '2022-01-01' AND at < '2023-01-01');
-- migration
ALTER TABLE events ATTACH PARTITION events_3 FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
-- case: attach a partition with matching checks on it and on the default partition
-- expect: events ShareUpdateExclusiveLock; events_3 AccessExclusiveLock; events_rest AccessExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
CREATE TABLE events_3 (id int8, at date, note text);
ALTER TABLE events_3 ADD CONSTRAINT b CHECK (at IS NOT NULL AND at >= '2022-01-01' AND at < '2023-01-01');
ALTER TABLE events_rest ADD CONSTRAINT b CHECK (at IS NOT NULL AND NOT (at >= '2022-01-01' AND at < '2023-01-01'));
-- migration
ALTER TABLE events ATTACH PARTITION events_3 FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
-- case: attach a partition with a check with OR on the default partition
-- expect: events ShareUpdateExclusiveLock; events_3 AccessExclusiveLock; events_rest AccessExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
CREATE TABLE events_3 (id int8, at date, note text);
ALTER TABLE events_3 ADD CONSTRAINT b CHECK (at IS NOT NULL AND at >= '2022-01-01' AND at < '2023-01-01');
ALTER TABLE events_rest ADD CONSTRAINT b CHECK (at < '2022-01-01' OR at >= '2023-01-01');
-- migration
ALTER TABLE events ATTACH PARTITION events_3 FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
-- case: attach a partition that has the index of its table
-- expect: events ShareUpdateExclusiveLock; events_3 AccessExclusiveLock; events_id ShareUpdateExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE INDEX events_id ON events (id);
CREATE TABLE events_3 (id int8, at date, note text);
ALTER TABLE events_3 ADD CONSTRAINT b CHECK (at IS NOT NULL AND at >= '2022-01-01' AND at < '2023-01-01');
CREATE INDEX events_3_id ON events_3 (id);
-- migration
ALTER TABLE events ATTACH PARTITION events_3 FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
-- case: attach a partition that lacks the index of its table
-- expect: events ShareUpdateExclusiveLock; events_3 AccessExclusiveLock; events_id ShareUpdateExclusiveLock; scans events_3
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE INDEX events_id ON events (id);
CREATE TABLE events_3 (id int8, at date, note text);
ALTER TABLE events_3 ADD CONSTRAINT b CHECK (at IS NOT NULL AND at >= '2022-01-01' AND at < '2023-01-01');
-- migration
ALTER TABLE events ATTACH PARTITION events_3 FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
-- case: attach a partition that lacks the foreign key of its table
-- expect: events ShareUpdateExclusiveLock; events_3 AccessExclusiveLock; parents ShareRowExclusiveLock; scans events_3
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE parents (id int8 PRIMARY KEY);
ALTER TABLE events ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES parents;
CREATE TABLE events_3 (id int8, at date, note text);
ALTER TABLE events_3 ADD CONSTRAINT b CHECK (at IS NOT NULL AND at >= '2022-01-01' AND at < '2023-01-01');
-- migration
ALTER TABLE events ATTACH PARTITION events_3 FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
-- case: attach a partition that has the foreign key of its table
-- expect: events ShareUpdateExclusiveLock; events_3 AccessExclusiveLock; parents AccessExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE parents (id int8 PRIMARY KEY);
ALTER TABLE events ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES parents;
CREATE TABLE events_3 (id int8, at date, note text);
ALTER TABLE events_3 ADD CONSTRAINT b CHECK (at IS NOT NULL AND at >= '2022-01-01' AND at < '2023-01-01');
ALTER TABLE events_3 ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES parents;
-- migration
ALTER TABLE events ATTACH PARTITION events_3 FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
-- case: attach a default partition
-- expect: events ShareUpdateExclusiveLock; events_3 AccessExclusiveLock; scans events_3
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_3 (id int8, at date, note text);
-- migration
ALTER TABLE events ATTACH PARTITION events_3 DEFAULT;
-- case: attach a partition by list
-- expect: t ShareUpdateExclusiveLock; t_b AccessExclusiveLock; scans t_b
-- setup
CREATE TABLE t (id int8, kind text) PARTITION BY LIST (kind);
CREATE TABLE t_a PARTITION OF t FOR VALUES IN ('a');
CREATE TABLE t_b (id int8, kind text);
-- migration
ALTER TABLE t ATTACH PARTITION t_b FOR VALUES IN ('b');
-- case: attach a partition by list with a matching check
-- expect: t ShareUpdateExclusiveLock; t_b AccessExclusiveLock
-- setup
CREATE TABLE t (id int8, kind text) PARTITION BY LIST (kind);
CREATE TABLE t_a PARTITION OF t FOR VALUES IN ('a');
CREATE TABLE t_b (id int8, kind text);
ALTER TABLE t_b ADD CONSTRAINT b CHECK (kind IS NOT NULL AND kind = 'b');
-- migration
ALTER TABLE t ATTACH PARTITION t_b FOR VALUES IN ('b');
-- case: attach a partition by list with a check of several
-- expect: t ShareUpdateExclusiveLock; t_b AccessExclusiveLock
-- setup
CREATE TABLE t (id int8, kind text) PARTITION BY LIST (kind);
CREATE TABLE t_a PARTITION OF t FOR VALUES IN ('a');
CREATE TABLE t_b (id int8, kind text);
ALTER TABLE t_b ADD CONSTRAINT b CHECK (kind IS NOT NULL AND kind IN ('b', 'c'));
-- migration
ALTER TABLE t ATTACH PARTITION t_b FOR VALUES IN ('b', 'c');
-- case: attach a partition by hash
-- expect: t ShareUpdateExclusiveLock; t_1 AccessExclusiveLock; scans t_1
-- setup
CREATE TABLE t (id int8) PARTITION BY HASH (id);
CREATE TABLE t_1 (id int8);
-- migration
ALTER TABLE t ATTACH PARTITION t_1 FOR VALUES WITH (MODULUS 2, REMAINDER 1);
-- case: attach the first partition
-- expect: t ShareUpdateExclusiveLock; t_1 AccessExclusiveLock; scans t_1
-- setup
CREATE TABLE t (id int8, kind text) PARTITION BY LIST (kind);
CREATE TABLE t_1 (id int8, kind text);
-- migration
ALTER TABLE t ATTACH PARTITION t_1 FOR VALUES IN ('b');
-- case: attach a partitioned table
-- expect: events ShareUpdateExclusiveLock; sub AccessExclusiveLock; sub_1 AccessExclusiveLock; scans sub_1
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE sub (id int8, at date, note text) PARTITION BY LIST (id);
CREATE TABLE sub_1 PARTITION OF sub DEFAULT;
-- migration
ALTER TABLE events ATTACH PARTITION sub FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
-- case: create a partition
-- expect: events AccessExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
-- migration
CREATE TABLE events_3 PARTITION OF events FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
-- case: create a partition where there is a default partition
-- expect: events AccessExclusiveLock; events_rest AccessExclusiveLock; scans events_rest
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- migration
CREATE TABLE events_3 PARTITION OF events FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
-- case: create a partition, a check on the default partition
-- expect: events AccessExclusiveLock; events_rest AccessExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
ALTER TABLE events_rest ADD CONSTRAINT b CHECK (at IS NOT NULL AND NOT (at >= '2022-01-01' AND at < '2023-01-01'));
-- migration
CREATE TABLE events_3 PARTITION OF events FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
-- case: create a default partition
-- expect: events AccessExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
-- migration
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- case: create a partition of a table with a foreign key
-- expect: events AccessExclusiveLock; parents ShareRowExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE parents (id int8 PRIMARY KEY);
ALTER TABLE events ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES parents;
-- migration
CREATE TABLE events_3 PARTITION OF events FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
-- case: create a partition of a table that is referenced
-- on: 14
-- expect: children AccessShareLock; parents AccessExclusiveLock; parents_pkey ShareUpdateExclusiveLock
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE parents_1 PARTITION OF parents FOR VALUES FROM (0) TO (100);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8);
ALTER TABLE children ADD CONSTRAINT f FOREIGN KEY (parent) REFERENCES parents;
-- migration
CREATE TABLE parents_2 PARTITION OF parents FOR VALUES FROM (100) TO (200);
-- case: create a partition of a table that is referenced
-- on: 15-18
-- expect: children ShareRowExclusiveLock; parents AccessExclusiveLock; parents_pkey ShareUpdateExclusiveLock
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE parents_1 PARTITION OF parents FOR VALUES FROM (0) TO (100);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8);
ALTER TABLE children ADD CONSTRAINT f FOREIGN KEY (parent) REFERENCES parents;
-- migration
CREATE TABLE parents_2 PARTITION OF parents FOR VALUES FROM (100) TO (200);
-- case: create a partition of a table with an index
-- expect: events AccessExclusiveLock; events_id ShareUpdateExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE INDEX events_id ON events (id);
-- migration
CREATE TABLE events_3 PARTITION OF events FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
-- case: detach a partition
-- expect: events AccessExclusiveLock; events_1 AccessExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
-- migration
ALTER TABLE events DETACH PARTITION events_1;
-- case: detach a partition where there is a default partition
-- expect: events AccessExclusiveLock; events_1 AccessExclusiveLock; events_rest AccessExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- migration
ALTER TABLE events DETACH PARTITION events_1;
-- case: detach the default partition
-- expect: events AccessExclusiveLock; events_rest AccessExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- migration
ALTER TABLE events DETACH PARTITION events_rest;
-- case: detach a partition concurrently
-- transaction: none
-- expect: events ShareUpdateExclusiveLock; events_1 AccessExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
-- migration
ALTER TABLE events DETACH PARTITION events_1 CONCURRENTLY;
-- case: detach a partition concurrently in a transaction
-- expect: fails 25001
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
-- migration
BEGIN;
ALTER TABLE events DETACH PARTITION events_1 CONCURRENTLY;
COMMIT;
-- case: detach a partition concurrently where there is a default partition
-- transaction: none
-- expect: fails 55000
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- migration
ALTER TABLE events DETACH PARTITION events_1 CONCURRENTLY;
-- case: detach a partition with a foreign key
-- expect: events AccessExclusiveLock; events_1 AccessExclusiveLock; parents ShareRowExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE parents (id int8 PRIMARY KEY);
ALTER TABLE events ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES parents;
-- migration
ALTER TABLE events DETACH PARTITION events_1;
-- case: detach a partition of a table that is referenced
-- expect: children AccessExclusiveLock; parents AccessExclusiveLock; parents_1 AccessExclusiveLock; parents_1_pkey AccessExclusiveLock; scans children
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE parents_1 PARTITION OF parents FOR VALUES FROM (0) TO (100);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8);
ALTER TABLE children ADD CONSTRAINT f FOREIGN KEY (parent) REFERENCES parents;
-- migration
ALTER TABLE parents DETACH PARTITION parents_1;
-- case: detach a partition with an index
-- expect: events AccessExclusiveLock; events_1 AccessExclusiveLock; events_1_id_idx AccessExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE INDEX events_id ON events (id);
-- migration
ALTER TABLE events DETACH PARTITION events_1;
-- case: drop a partition
-- expect: events AccessExclusiveLock; events_1 AccessExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
-- migration
DROP TABLE events_1;
-- case: drop a partition where there is a default partition
-- expect: events AccessExclusiveLock; events_1 AccessExclusiveLock; events_rest AccessExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- migration
DROP TABLE events_1;
-- case: drop the default partition
-- expect: events AccessExclusiveLock; events_rest AccessExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- migration
DROP TABLE events_rest;
-- case: drop a partition with an index
-- expect: events AccessExclusiveLock; events_1 AccessExclusiveLock; events_1_id_idx AccessExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE INDEX events_id ON events (id);
-- migration
DROP TABLE events_1;
-- case: drop a partitioned table
-- expect: events AccessExclusiveLock; events_1 AccessExclusiveLock; events_2 AccessExclusiveLock; events_rest AccessExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- migration
DROP TABLE events;
-- case: drop a partition of a table that is referenced
-- expect: fails 2BP01
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE parents_1 PARTITION OF parents FOR VALUES FROM (0) TO (100);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8);
ALTER TABLE children ADD CONSTRAINT f FOREIGN KEY (parent) REFERENCES parents;
-- migration
DROP TABLE parents_1;
-- case: alter a partition
-- expect: events_1 AccessExclusiveLock; scans events_1
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- migration
ALTER TABLE events_1 ALTER COLUMN note SET NOT NULL;
-- case: truncate a partition
-- expect: events_1 AccessExclusiveLock; rewrites events_1
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- migration
TRUNCATE events_1;
