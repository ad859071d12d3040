-- case: select
-- expect: users AccessShareLock; scans users
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
SELECT * FROM users;
-- case: select for update
-- expect: users RowShareLock; scans users
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
SELECT * FROM users FOR UPDATE;
-- case: select from a view
-- expect: users AccessShareLock; v AccessShareLock; scans users
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE VIEW v AS SELECT id, email FROM users;
-- migration
SELECT * FROM v;
-- case: select from a partitioned table
-- expect: events AccessShareLock; events_1 AccessShareLock; events_2 AccessShareLock; events_rest AccessShareLock; scans events_1; scans events_2; scans events_rest
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- migration
SELECT * FROM events;
-- case: select from a parent of inheritance
-- expect: animals AccessShareLock; dogs AccessShareLock; scans animals; scans dogs
-- setup
CREATE TABLE animals (id int8 PRIMARY KEY, name text);
CREATE TABLE dogs (barks boolean) INHERITS (animals);
CREATE INDEX dogs_name ON dogs (name);
-- migration
SELECT * FROM animals;
-- case: insert
-- expect: users RowExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
INSERT INTO users VALUES (1, 'a', 1);
-- case: insert from a query
-- expect: others AccessShareLock; users RowExclusiveLock; scans others
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE TABLE others (id int8, email varchar(20), age int);
-- migration
INSERT INTO users SELECT * FROM others;
-- case: insert a row that references
-- expect: children RowExclusiveLock; parents RowShareLock
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY, code int UNIQUE);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8 REFERENCES parents, n int);
INSERT INTO parents VALUES (1);
-- migration
INSERT INTO children VALUES (1, 1, 1);
-- case: insert a row that references nothing
-- expect: children RowExclusiveLock
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY, code int UNIQUE);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8 REFERENCES parents, n int);
-- migration
INSERT INTO children VALUES (1, NULL, 1);
-- case: insert into a partitioned table
-- expect: events RowExclusiveLock; events_1 RowExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- migration
INSERT INTO events VALUES (1, '2020-05-05');
-- case: insert with a serial column
-- expect: t RowExclusiveLock; t_id_seq RowExclusiveLock
-- setup
CREATE TABLE t (id serial PRIMARY KEY, a int);
-- migration
INSERT INTO t (a) VALUES (1);
-- case: update
-- expect: users RowExclusiveLock; scans users
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
UPDATE users SET age = 1;
-- case: update some
-- expect: users RowExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
UPDATE users SET age = 1 WHERE id = 5;
-- case: update of a partitioned table
-- expect: events RowExclusiveLock; events_1 RowExclusiveLock; events_2 RowExclusiveLock; events_rest RowExclusiveLock; scans events_1; scans events_2; scans events_rest
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- migration
UPDATE events SET note = 'x';
-- case: update from another table
-- expect: others AccessShareLock; users RowExclusiveLock; scans others
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE TABLE others (id int8, age int);
-- migration
UPDATE users SET age = o.age FROM others o WHERE o.id = users.id;
-- case: delete
-- expect: users RowExclusiveLock; scans users
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
DELETE FROM users;
-- case: delete rows that are referenced
-- expect: children RowShareLock; parents RowExclusiveLock; scans children; scans parents
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY, code int UNIQUE);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8 REFERENCES parents, n int);
INSERT INTO parents VALUES (1);
-- migration
DELETE FROM parents;
-- case: delete rows that are referenced, ON DELETE CASCADE
-- expect: children RowExclusiveLock; parents RowExclusiveLock; scans children; scans parents
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY);
CREATE TABLE children (parent int8 REFERENCES parents ON DELETE CASCADE);
INSERT INTO parents VALUES (1);
-- migration
DELETE FROM parents;
-- case: delete rows with USING
-- expect: others AccessShareLock; users RowExclusiveLock; scans others
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE TABLE others (id int8, age int);
-- migration
DELETE FROM users USING others o WHERE o.id = users.id;
-- case: merge
-- on: 15-18
-- expect: others AccessShareLock; users RowExclusiveLock; scans others
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE TABLE others (id int8, age int);
-- migration
MERGE INTO users u USING others o ON o.id = u.id WHEN MATCHED THEN UPDATE SET age = o.age;
-- case: insert on conflict
-- expect: users RowExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
INSERT INTO users VALUES (1, 'a', 1) ON CONFLICT (id) DO NOTHING;
-- case: write in WITH
-- expect: others RowExclusiveLock; users RowExclusiveLock; scans users
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE TABLE others (id int8);
-- migration
WITH gone AS (DELETE FROM users RETURNING id) INSERT INTO others SELECT id FROM gone;
-- case: copy to
-- expect: users AccessShareLock; scans users
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
COPY users TO STDOUT;
-- case: call a function
-- expect:
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
SELECT count(*) FROM pg_catalog.pg_class;
-- case: begin
-- transaction: none
-- expect: users AccessShareLock; scans users
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
BEGIN;
SELECT 1 FROM users;
COMMIT;
