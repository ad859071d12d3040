-- case: add a check
-- expect: users AccessExclusiveLock; scans users
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users ADD CONSTRAINT n CHECK (age > 0);
-- case: add a check, not valid
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users ADD CONSTRAINT n CHECK (age > 0) NOT VALID;
-- case: validate a check
-- expect: users ShareUpdateExclusiveLock; scans users
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
ALTER TABLE users ADD CONSTRAINT n CHECK (age > 0) NOT VALID;
-- migration
ALTER TABLE users VALIDATE CONSTRAINT n;
-- case: validate a check that is valid
-- expect: users ShareUpdateExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
ALTER TABLE users ADD CONSTRAINT n CHECK (age > 0) NOT VALID;
ALTER TABLE users VALIDATE CONSTRAINT n;
-- migration
ALTER TABLE users VALIDATE CONSTRAINT n;
-- case: add a check that exists
-- expect: fails 42710
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
ALTER TABLE users ADD CONSTRAINT n CHECK (age > 0) NOT VALID;
-- migration
ALTER TABLE users ADD CONSTRAINT n CHECK (age > 0);
-- case: add a check to a partitioned table
-- expect: events AccessExclusiveLock; events_1 AccessExclusiveLock; events_2 AccessExclusiveLock; events_rest AccessExclusiveLock; scans events_1; scans events_2; scans events_rest
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- migration
ALTER TABLE events ADD CONSTRAINT n CHECK (id > 0);
-- case: add a check to a partitioned table, not valid
-- expect: events AccessExclusiveLock; events_1 AccessExclusiveLock; events_2 AccessExclusiveLock; events_rest AccessExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- migration
ALTER TABLE events ADD CONSTRAINT n CHECK (id > 0) NOT VALID;
-- case: validate a check of a partitioned table
-- expect: events ShareUpdateExclusiveLock; events_1 ShareUpdateExclusiveLock; events_2 ShareUpdateExclusiveLock; events_rest ShareUpdateExclusiveLock; scans events_1; scans events_2; scans events_rest
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
ALTER TABLE events ADD CONSTRAINT n CHECK (id > 0) NOT VALID;
-- migration
ALTER TABLE events VALIDATE CONSTRAINT n;
-- case: add a check to a parent of inheritance
-- expect: animals AccessExclusiveLock; dogs AccessExclusiveLock; scans animals; scans dogs
-- setup
CREATE TABLE animals (id int8 PRIMARY KEY, name text);
CREATE TABLE dogs (barks boolean) INHERITS (animals);
CREATE INDEX dogs_name ON dogs (name);
-- migration
ALTER TABLE animals ADD CONSTRAINT n CHECK (id > 0);
-- case: add a check that is not enforced
-- on: 18
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users ADD CONSTRAINT n CHECK (age > 0) NOT ENFORCED;
-- case: drop a check
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
ALTER TABLE users ADD CONSTRAINT n CHECK (age > 0) NOT VALID;
-- migration
ALTER TABLE users DROP CONSTRAINT n;
-- case: drop a constraint that is not there
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users DROP CONSTRAINT IF EXISTS nothing;
-- case: rename a check
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
ALTER TABLE users ADD CONSTRAINT n CHECK (age > 0) NOT VALID;
-- migration
ALTER TABLE users RENAME CONSTRAINT n TO m;
-- case: add a foreign key
-- expect: children ShareRowExclusiveLock; parents ShareRowExclusiveLock; scans children
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY, code int UNIQUE);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8, n int);
-- migration
ALTER TABLE children ADD CONSTRAINT f FOREIGN KEY (parent) REFERENCES parents;
-- case: add a foreign key, not valid
-- expect: children ShareRowExclusiveLock; parents ShareRowExclusiveLock
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY, code int UNIQUE);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8, n int);
-- migration
ALTER TABLE children ADD CONSTRAINT f FOREIGN KEY (parent) REFERENCES parents NOT VALID;
-- case: validate a foreign key
-- expect: children ShareUpdateExclusiveLock; parents RowShareLock; scans children
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY, code int UNIQUE);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8, n int);
ALTER TABLE children ADD CONSTRAINT f FOREIGN KEY (parent) REFERENCES parents NOT VALID;
-- migration
ALTER TABLE children VALIDATE CONSTRAINT f;
-- case: validate a foreign key that is valid
-- expect: children ShareUpdateExclusiveLock
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY, code int UNIQUE);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8, n int);
ALTER TABLE children ADD CONSTRAINT f FOREIGN KEY (parent) REFERENCES parents NOT VALID;
ALTER TABLE children VALIDATE CONSTRAINT f;
-- migration
ALTER TABLE children VALIDATE CONSTRAINT f;
-- case: add a foreign key to a unique column
-- expect: children ShareRowExclusiveLock; parents ShareRowExclusiveLock; scans children
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY, code int UNIQUE);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8, n int);
-- migration
ALTER TABLE children ADD CONSTRAINT f FOREIGN KEY (n) REFERENCES parents (code);
-- case: add a foreign key to itself
-- expect: children ShareRowExclusiveLock; scans children
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY, code int UNIQUE);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8, n int);
-- migration
ALTER TABLE children ADD CONSTRAINT f FOREIGN KEY (parent) REFERENCES children;
-- case: add a foreign key that is not enforced
-- on: 18
-- expect: children ShareRowExclusiveLock; parents ShareRowExclusiveLock
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY, code int UNIQUE);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8, n int);
-- migration
ALTER TABLE children ADD CONSTRAINT f FOREIGN KEY (parent) REFERENCES parents NOT ENFORCED;
-- case: enforce a foreign key
-- on: 18
-- expect: children AccessExclusiveLock; parents ShareRowExclusiveLock; scans children
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY, code int UNIQUE);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8, n int);
ALTER TABLE children ADD CONSTRAINT f FOREIGN KEY (parent) REFERENCES parents NOT ENFORCED;
-- migration
ALTER TABLE children ALTER CONSTRAINT f ENFORCED;
-- case: enforce a foreign key no longer
-- on: 18
-- expect: children AccessExclusiveLock; parents AccessExclusiveLock
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY, code int UNIQUE);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8, n int);
ALTER TABLE children ADD CONSTRAINT f FOREIGN KEY (parent) REFERENCES parents NOT VALID;
-- migration
ALTER TABLE children ALTER CONSTRAINT f NOT ENFORCED;
-- case: drop a foreign key
-- expect: children AccessExclusiveLock; parents AccessExclusiveLock
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY, code int UNIQUE);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8, n int);
ALTER TABLE children ADD CONSTRAINT f FOREIGN KEY (parent) REFERENCES parents NOT VALID;
-- migration
ALTER TABLE children DROP CONSTRAINT f;
-- case: alter a foreign key
-- expect: children AccessExclusiveLock
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY, code int UNIQUE);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8, n int);
ALTER TABLE children ADD CONSTRAINT f FOREIGN KEY (parent) REFERENCES parents NOT VALID;
-- migration
ALTER TABLE children ALTER CONSTRAINT f DEFERRABLE;
-- case: rename a foreign key
-- expect: children AccessExclusiveLock
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY, code int UNIQUE);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8, n int);
ALTER TABLE children ADD CONSTRAINT f FOREIGN KEY (parent) REFERENCES parents NOT VALID;
-- migration
ALTER TABLE children RENAME CONSTRAINT f TO g;
-- case: add a foreign key to a partitioned table
-- expect: events ShareRowExclusiveLock; events_1 ShareRowExclusiveLock; events_2 ShareRowExclusiveLock; events_rest ShareRowExclusiveLock; parents ShareRowExclusiveLock; scans events_1; scans events_2; scans events_rest
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
CREATE TABLE parents (id int8 PRIMARY KEY);
-- migration
ALTER TABLE events ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES parents;
-- case: add a foreign key to a partitioned table, not valid
-- on: 14-17
-- expect: fails 42809
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
CREATE TABLE parents (id int8 PRIMARY KEY);
-- migration
ALTER TABLE events ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES parents NOT VALID;
-- case: add a foreign key to a partitioned table, not valid
-- on: 18
-- expect: events ShareRowExclusiveLock; events_1 ShareRowExclusiveLock; events_2 ShareRowExclusiveLock; events_rest ShareRowExclusiveLock; parents ShareRowExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
CREATE TABLE parents (id int8 PRIMARY KEY);
-- migration
ALTER TABLE events ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES parents NOT VALID;
-- case: add a foreign key to a partition, not valid
-- expect: events_1 ShareRowExclusiveLock; parents ShareRowExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
CREATE TABLE parents (id int8 PRIMARY KEY);
-- migration
ALTER TABLE events_1 ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES parents NOT VALID;
-- case: add a foreign key to a partitioned table whose partitions have it
-- expect: events ShareRowExclusiveLock; events_1 ShareRowExclusiveLock; events_2 ShareRowExclusiveLock; events_rest ShareRowExclusiveLock; parents AccessExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
CREATE TABLE parents (id int8 PRIMARY KEY);
ALTER TABLE events_1 ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES parents;
ALTER TABLE events_2 ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES parents;
ALTER TABLE events_rest ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES parents;
-- migration
ALTER TABLE events ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES parents;
-- case: drop a foreign key of a partitioned table
-- expect: events AccessExclusiveLock; events_1 AccessExclusiveLock; events_2 AccessExclusiveLock; events_rest AccessExclusiveLock; parents AccessExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
CREATE TABLE parents (id int8 PRIMARY KEY);
ALTER TABLE events ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES parents;
-- migration
ALTER TABLE events DROP CONSTRAINT f;
-- case: add a foreign key that refers to a partitioned table
-- expect: children ShareRowExclusiveLock; parents ShareRowExclusiveLock; parents_1 ShareRowExclusiveLock; scans children
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE parents_1 PARTITION OF parents FOR VALUES FROM (0) TO (100);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8);
-- migration
ALTER TABLE children ADD CONSTRAINT f FOREIGN KEY (parent) REFERENCES parents;
-- case: add a foreign key that refers to a partitioned table, not valid
-- expect: children ShareRowExclusiveLock; parents ShareRowExclusiveLock; parents_1 ShareRowExclusiveLock
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE parents_1 PARTITION OF parents FOR VALUES FROM (0) TO (100);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8);
-- migration
ALTER TABLE children ADD CONSTRAINT f FOREIGN KEY (parent) REFERENCES parents NOT VALID;
-- case: validate a foreign key that refers to a partitioned table
-- expect: children ShareUpdateExclusiveLock; parents RowShareLock; parents_1 AccessShareLock; scans children
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE parents_1 PARTITION OF parents FOR VALUES FROM (0) TO (100);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8);
ALTER TABLE children ADD CONSTRAINT f FOREIGN KEY (parent) REFERENCES parents NOT VALID;
-- migration
ALTER TABLE children VALIDATE CONSTRAINT f;
-- case: drop a foreign key that refers to a partitioned table
-- expect: children AccessExclusiveLock; parents AccessExclusiveLock; parents_1 AccessExclusiveLock
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE parents_1 PARTITION OF parents FOR VALUES FROM (0) TO (100);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8);
ALTER TABLE children ADD CONSTRAINT f FOREIGN KEY (parent) REFERENCES parents;
-- migration
ALTER TABLE children DROP CONSTRAINT f;
-- case: add a unique constraint
-- expect: users AccessExclusiveLock; scans users
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users ADD CONSTRAINT u UNIQUE (age);
-- case: add a primary key
-- expect: t AccessExclusiveLock; scans t
-- setup
CREATE TABLE t (a int NOT NULL);
-- migration
ALTER TABLE t ADD PRIMARY KEY (a);
-- case: add a primary key on a nullable column
-- expect: t AccessExclusiveLock; scans t
-- setup
CREATE TABLE t (a int);
-- migration
ALTER TABLE t ADD PRIMARY KEY (a);
-- case: add an exclusion
-- expect: t AccessExclusiveLock; scans t
-- setup
CREATE TABLE t (c int4range);
-- migration
ALTER TABLE t ADD CONSTRAINT e EXCLUDE USING gist (c WITH &&);
-- case: make a unique constraint of an index
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE UNIQUE INDEX users_age ON users (age);
-- migration
ALTER TABLE users ADD CONSTRAINT users_age UNIQUE USING INDEX users_age;
-- case: make a unique constraint of an index under another name
-- expect: users AccessExclusiveLock; users_age ShareUpdateExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE UNIQUE INDEX users_age ON users (age);
-- migration
ALTER TABLE users ADD CONSTRAINT u UNIQUE USING INDEX users_age;
-- case: make a primary key of an index on a nullable column
-- expect: t AccessExclusiveLock; scans t
-- setup
CREATE TABLE t (a int);
CREATE UNIQUE INDEX t_a ON t (a);
-- migration
ALTER TABLE t ADD PRIMARY KEY USING INDEX t_a;
-- case: make a primary key of an index on a column that refuses NULL
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (a int NOT NULL);
CREATE UNIQUE INDEX t_a ON t (a);
-- migration
ALTER TABLE t ADD PRIMARY KEY USING INDEX t_a;
-- case: make a primary key of an index on a column that a check proves
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (a int CHECK (a IS NOT NULL));
CREATE UNIQUE INDEX t_a ON t (a);
-- migration
ALTER TABLE t ADD PRIMARY KEY USING INDEX t_a;
-- case: make a constraint of an index of a partitioned table
-- expect: fails 0A000
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE UNIQUE INDEX events_u ON events (id, at);
-- migration
ALTER TABLE events ADD CONSTRAINT u UNIQUE USING INDEX events_u;
-- case: add a unique constraint to a partitioned table
-- on: 14-17
-- expect: events AccessExclusiveLock; events_1 ShareLock; events_2 ShareLock; events_rest ShareLock; scans events_1; scans events_2; scans events_rest
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- migration
ALTER TABLE events ADD CONSTRAINT u UNIQUE (id, at);
-- case: add a unique constraint to a partitioned table
-- on: 18
-- expect: events AccessExclusiveLock; events_1 AccessExclusiveLock; events_2 AccessExclusiveLock; events_rest AccessExclusiveLock; scans events_1; scans events_2; scans events_rest
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- migration
ALTER TABLE events ADD CONSTRAINT u UNIQUE (id, at);
-- case: add a unique constraint to a partitioned table without its key
-- expect: fails 0A000
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- migration
ALTER TABLE events ADD CONSTRAINT u UNIQUE (id);
-- case: add a primary key to a partitioned table
-- expect: events AccessExclusiveLock; events_1 AccessExclusiveLock; events_2 AccessExclusiveLock; scans events_1; scans events_2
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
-- migration
ALTER TABLE events ADD PRIMARY KEY (id, at);
-- case: drop a unique constraint
-- expect: u AccessExclusiveLock; users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
ALTER TABLE users ADD CONSTRAINT u UNIQUE (age);
-- migration
ALTER TABLE users DROP CONSTRAINT u;
-- case: drop a primary key
-- expect: users AccessExclusiveLock; users_pkey AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users DROP CONSTRAINT users_pkey;
-- case: drop a primary key that is referenced
-- expect: fails 2BP01
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY, code int UNIQUE);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8 REFERENCES parents, n int);
-- migration
ALTER TABLE parents DROP CONSTRAINT parents_pkey;
-- case: drop a primary key that is referenced, CASCADE
-- expect: children AccessExclusiveLock; parents AccessExclusiveLock; parents_pkey AccessExclusiveLock
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY, code int UNIQUE);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8 REFERENCES parents, n int);
-- migration
ALTER TABLE parents DROP CONSTRAINT parents_pkey CASCADE;
-- case: drop a unique constraint of a partitioned table
-- expect: events AccessExclusiveLock; events_1 AccessExclusiveLock; events_1_id_at_key AccessExclusiveLock; events_2 AccessExclusiveLock; events_2_id_at_key AccessExclusiveLock; u AccessExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
ALTER TABLE events ADD CONSTRAINT u UNIQUE (id, at);
-- migration
ALTER TABLE events DROP CONSTRAINT u;
-- case: rename a unique constraint
-- expect: u ShareUpdateExclusiveLock; users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
ALTER TABLE users ADD CONSTRAINT u UNIQUE (age);
-- migration
ALTER TABLE users RENAME CONSTRAINT u TO w;
-- case: drop a not-null constraint
-- on: 18
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (a int NOT NULL);
-- migration
ALTER TABLE t DROP CONSTRAINT t_a_not_null;
-- case: add a not-null constraint
-- on: 18
-- expect: users AccessExclusiveLock; scans users
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users ADD CONSTRAINT n NOT NULL age;
-- case: add a not-null constraint, not valid
-- on: 18
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users ADD CONSTRAINT n NOT NULL age NOT VALID;
-- case: validate a not-null constraint
-- on: 18
-- expect: users ShareUpdateExclusiveLock; scans users
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
ALTER TABLE users ADD CONSTRAINT n NOT NULL age NOT VALID;
-- migration
ALTER TABLE users VALIDATE CONSTRAINT n;
-- case: create a table that references
-- expect: parents ShareRowExclusiveLock
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY, code int UNIQUE);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8 REFERENCES parents, n int);
-- migration
CREATE TABLE more (id int8, p int8 REFERENCES parents);
-- case: add a check and drop another
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
ALTER TABLE users ADD CONSTRAINT n CHECK (age > 0) NOT VALID;
-- migration
ALTER TABLE users DROP CONSTRAINT n, ADD CONSTRAINT m CHECK (age > 1) NOT VALID;
