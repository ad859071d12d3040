-- case: add a column
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users ADD COLUMN c text;
-- case: add a column with a constant default
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users ADD COLUMN c text DEFAULT 'x';
-- case: add a column NOT NULL with a constant default
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users ADD COLUMN c int NOT NULL DEFAULT 0;
-- case: add a column NOT NULL without a default, the table is empty
-- expect: users AccessExclusiveLock; scans users
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users ADD COLUMN c int NOT NULL;
-- case: add a column of type serial
-- expect: users AccessExclusiveLock; users_email AccessExclusiveLock; users_pkey AccessExclusiveLock; scans users; rewrites users; rewrites users_email; rewrites users_pkey
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users ADD COLUMN c serial;
-- case: add a column of type bigserial
-- expect: users AccessExclusiveLock; users_email AccessExclusiveLock; users_pkey AccessExclusiveLock; scans users; rewrites users; rewrites users_email; rewrites users_pkey
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users ADD COLUMN c bigserial;
-- case: add an identity column
-- expect: users AccessExclusiveLock; users_email AccessExclusiveLock; users_pkey AccessExclusiveLock; scans users; rewrites users; rewrites users_email; rewrites users_pkey
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users ADD COLUMN c int8 GENERATED ALWAYS AS IDENTITY;
-- case: add a stored generated column
-- expect: users AccessExclusiveLock; users_email AccessExclusiveLock; users_pkey AccessExclusiveLock; scans users; rewrites users; rewrites users_email; rewrites users_pkey
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users ADD COLUMN c int GENERATED ALWAYS AS (age + 1) STORED;
-- case: add a virtual generated column
-- on: 18
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users ADD COLUMN c int GENERATED ALWAYS AS (age + 1) VIRTUAL;
-- case: add a column with a check
-- expect: users AccessExclusiveLock; scans users
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users ADD COLUMN c int CHECK (c > 0);
-- case: add a column with a check and a default
-- expect: users AccessExclusiveLock; scans users
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users ADD COLUMN c int DEFAULT 1 CHECK (c > 0);
-- case: add a column with UNIQUE
-- expect: users AccessExclusiveLock; scans users
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users ADD COLUMN c int UNIQUE;
-- case: add a column with PRIMARY KEY
-- expect: t AccessExclusiveLock; scans t
-- setup
CREATE TABLE t (a int);
-- migration
ALTER TABLE t ADD COLUMN c int PRIMARY KEY;
-- case: add a column that references
-- expect: parents ShareRowExclusiveLock; users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE TABLE parents (id int8 PRIMARY KEY);
-- migration
ALTER TABLE users ADD COLUMN p int8 REFERENCES parents;
-- case: add a column that references, with a default
-- expect: parents ShareRowExclusiveLock; users AccessExclusiveLock; scans users
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE TABLE parents (id int8 PRIMARY KEY);
INSERT INTO parents VALUES (1);
-- migration
ALTER TABLE users ADD COLUMN p int8 DEFAULT 1 REFERENCES parents;
-- case: add a column that references its own table
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users ADD COLUMN p int8 REFERENCES users;
-- case: add a column of a domain with a check
-- expect: users AccessExclusiveLock; users_pkey AccessExclusiveLock; scans users; rewrites users; rewrites users_pkey
-- setup
CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');
CREATE DOMAIN word AS text;
CREATE TABLE users (id int8 PRIMARY KEY, age int);
-- migration
ALTER TABLE users ADD COLUMN c email;
-- case: add a column of a domain with a check and a default
-- expect: users AccessExclusiveLock; users_pkey AccessExclusiveLock; scans users; rewrites users; rewrites users_pkey
-- setup
CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');
CREATE DOMAIN word AS text;
CREATE TABLE users (id int8 PRIMARY KEY, age int);
-- migration
ALTER TABLE users ADD COLUMN c email DEFAULT 'a@b';
-- case: add a column of a domain without a check
-- expect: users AccessExclusiveLock
-- setup
CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');
CREATE DOMAIN word AS text;
CREATE TABLE users (id int8 PRIMARY KEY, age int);
-- migration
ALTER TABLE users ADD COLUMN c word;
-- case: add a column of a domain that refuses NULL
-- expect: users AccessExclusiveLock; scans users; rewrites users
-- setup
CREATE DOMAIN n AS int NOT NULL;
CREATE TABLE users (id int8);
-- migration
ALTER TABLE users ADD COLUMN c n;
-- case: add an array of a domain with a check
-- expect: users AccessExclusiveLock
-- setup
CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');
CREATE DOMAIN word AS text;
CREATE TABLE users (id int8 PRIMARY KEY, age int);
-- migration
ALTER TABLE users ADD COLUMN c email[];
-- case: add a column that is there
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users ADD COLUMN IF NOT EXISTS email text;
-- case: add a column to a parent of inheritance
-- expect: animals AccessExclusiveLock; dogs AccessExclusiveLock
-- setup
CREATE TABLE animals (id int8 PRIMARY KEY, name text);
CREATE TABLE dogs (barks boolean) INHERITS (animals);
CREATE INDEX dogs_name ON dogs (name);
-- migration
ALTER TABLE animals ADD COLUMN c int;
-- case: add a column with a volatile default to a parent of inheritance
-- expect: animals AccessExclusiveLock; animals_pkey AccessExclusiveLock; dogs AccessExclusiveLock; dogs_name AccessExclusiveLock; scans animals; scans dogs; rewrites animals; rewrites animals_pkey; rewrites dogs; rewrites dogs_name
-- setup
CREATE TABLE animals (id int8 PRIMARY KEY, name text);
CREATE TABLE dogs (barks boolean) INHERITS (animals);
CREATE INDEX dogs_name ON dogs (name);
-- migration
ALTER TABLE animals ADD COLUMN c float DEFAULT random();
-- case: add a column to a partitioned table
-- expect: events AccessExclusiveLock; events_1 AccessExclusiveLock; events_2 AccessExclusiveLock; events_rest AccessExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- migration
ALTER TABLE events ADD COLUMN c int;
-- case: add two columns
-- expect: users AccessExclusiveLock; scans users
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users ADD COLUMN c int, ADD COLUMN d int CHECK (d > 0);
-- case: drop a column
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users DROP COLUMN age;
-- case: drop a column that is indexed
-- expect: users AccessExclusiveLock; users_email AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users DROP COLUMN email;
-- case: drop a column that is not there
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users DROP COLUMN IF EXISTS nothing;
-- case: drop a column that is a foreign key
-- expect: children AccessExclusiveLock; parents AccessExclusiveLock
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY, code int UNIQUE);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8 REFERENCES parents, n int);
-- migration
ALTER TABLE children DROP COLUMN parent;
-- case: drop a column that a view uses, CASCADE
-- expect: emails AccessExclusiveLock; users AccessExclusiveLock; users_email AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE VIEW emails AS SELECT email FROM users;
-- migration
ALTER TABLE users DROP COLUMN email CASCADE;
-- case: drop a column that a view uses
-- expect: fails 2BP01
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE VIEW emails AS SELECT * FROM users;
-- migration
ALTER TABLE users DROP COLUMN email;
-- case: drop a column that a materialized view uses, CASCADE
-- expect: emails AccessExclusiveLock; emails_email AccessExclusiveLock; users AccessExclusiveLock; users_email AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE MATERIALIZED VIEW emails AS SELECT email FROM users;
CREATE INDEX emails_email ON emails (email);
-- migration
ALTER TABLE users DROP COLUMN email CASCADE;
-- case: drop a column that is referenced, CASCADE
-- expect: children AccessExclusiveLock; parents AccessExclusiveLock; parents_pkey AccessExclusiveLock
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY, code int UNIQUE);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8 REFERENCES parents, n int);
-- migration
ALTER TABLE parents DROP COLUMN id CASCADE;
-- case: drop a column that is referenced
-- expect: fails 2BP01
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY, code int UNIQUE);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8 REFERENCES parents, n int);
-- migration
ALTER TABLE parents DROP COLUMN id;
-- case: drop a column of a partitioned table
-- expect: events AccessExclusiveLock; events_1 AccessExclusiveLock; events_2 AccessExclusiveLock; events_rest AccessExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- migration
ALTER TABLE events DROP COLUMN note;
-- case: drop a serial column
-- expect: t AccessExclusiveLock; t_id_seq AccessExclusiveLock; t_pkey AccessExclusiveLock
-- setup
CREATE TABLE t (id serial PRIMARY KEY, a int);
-- migration
ALTER TABLE t DROP COLUMN id;
-- case: drop an identity column
-- expect: t AccessExclusiveLock; t_id_seq AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 GENERATED ALWAYS AS IDENTITY, a int);
-- migration
ALTER TABLE t DROP COLUMN id;
-- case: drop a column of a partition key
-- expect: fails 42P16
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- migration
ALTER TABLE events DROP COLUMN at;
-- case: rename a column
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users RENAME COLUMN email TO mail;
-- case: rename a column of a partitioned table
-- expect: events AccessExclusiveLock; events_1 AccessExclusiveLock; events_2 AccessExclusiveLock; events_rest AccessExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- migration
ALTER TABLE events RENAME COLUMN note TO notes;
-- case: rename a column that a view uses
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE VIEW emails AS SELECT email FROM users;
-- migration
ALTER TABLE users RENAME COLUMN email TO mail;
-- case: set a default
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users ALTER COLUMN email SET DEFAULT 'x';
-- case: drop a default
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users ALTER COLUMN email DROP DEFAULT;
-- case: set a default on a partitioned table
-- expect: events AccessExclusiveLock; events_1 AccessExclusiveLock; events_2 AccessExclusiveLock; events_rest AccessExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- migration
ALTER TABLE events ALTER COLUMN note SET DEFAULT 'x';
-- case: set not null
-- expect: users AccessExclusiveLock; scans users
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users ALTER COLUMN age SET NOT NULL;
-- case: set not null where it is
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users ALTER COLUMN id SET NOT NULL;
-- case: set not null, proven by a check
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
ALTER TABLE users ADD CONSTRAINT n CHECK (age IS NOT NULL);
-- migration
ALTER TABLE users ALTER COLUMN age SET NOT NULL;
-- case: set not null, proven by a part of a check
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
ALTER TABLE users ADD CONSTRAINT n CHECK (age IS NOT NULL AND id > 0);
-- migration
ALTER TABLE users ALTER COLUMN age SET NOT NULL;
-- case: set not null, a check that does not prove it
-- expect: users AccessExclusiveLock; scans users
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
ALTER TABLE users ADD CONSTRAINT n CHECK (age > 0);
-- migration
ALTER TABLE users ALTER COLUMN age SET NOT NULL;
-- case: set not null, a check with OR that does not prove it
-- expect: users AccessExclusiveLock; scans users
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
ALTER TABLE users ADD CONSTRAINT n CHECK (age IS NOT NULL OR id > 0);
-- migration
ALTER TABLE users ALTER COLUMN age SET NOT NULL;
-- case: set not null, a check that is not valid
-- expect: users AccessExclusiveLock; scans users
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
ALTER TABLE users ADD CONSTRAINT n CHECK (age IS NOT NULL) NOT VALID;
-- migration
ALTER TABLE users ALTER COLUMN age SET NOT NULL;
-- case: set not null, a check of a column of like name
-- expect: t AccessExclusiveLock; scans t
-- setup
CREATE TABLE t (name text, first_name text CONSTRAINT n CHECK (first_name IS NOT NULL));
-- migration
ALTER TABLE t ALTER COLUMN name SET NOT NULL;
-- case: set not null, a not-null constraint that is not valid
-- on: 18
-- expect: users AccessExclusiveLock; scans users
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
ALTER TABLE users ADD CONSTRAINT n NOT NULL age NOT VALID;
-- migration
ALTER TABLE users ALTER COLUMN age SET NOT NULL;
-- case: set not null on a partitioned table
-- expect: events AccessExclusiveLock; events_1 AccessExclusiveLock; events_2 AccessExclusiveLock; events_rest AccessExclusiveLock; scans events_1; scans events_2; scans events_rest
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- migration
ALTER TABLE events ALTER COLUMN note SET NOT NULL;
-- case: set not null on two columns, one proven
-- expect: users AccessExclusiveLock; scans users
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
ALTER TABLE users ADD CONSTRAINT n CHECK (age IS NOT NULL);
-- migration
ALTER TABLE users ALTER COLUMN age SET NOT NULL, ALTER COLUMN email SET NOT NULL;
-- case: set not null and drop the check that proves it
-- expect: users AccessExclusiveLock; scans users
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
ALTER TABLE users ADD CONSTRAINT n CHECK (age IS NOT NULL);
-- migration
ALTER TABLE users ALTER COLUMN age SET NOT NULL, DROP CONSTRAINT n;
-- case: drop not null
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (a int NOT NULL);
-- migration
ALTER TABLE t ALTER COLUMN a DROP NOT NULL;
-- case: drop not null of a primary key
-- expect: fails 42P16
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users ALTER COLUMN id DROP NOT NULL;
-- case: make an identity
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY;
-- case: make an identity of a nullable column
-- expect: fails 55000
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users ALTER COLUMN age ADD GENERATED BY DEFAULT AS IDENTITY;
-- case: change an identity
-- expect: t AccessExclusiveLock; t_id_seq ShareRowExclusiveLock
-- setup
CREATE TABLE t (id int8 GENERATED ALWAYS AS IDENTITY, a int);
-- migration
ALTER TABLE t ALTER COLUMN id SET GENERATED BY DEFAULT;
-- case: restart an identity
-- expect: t AccessExclusiveLock; t_id_seq ShareRowExclusiveLock
-- setup
CREATE TABLE t (id int8 GENERATED ALWAYS AS IDENTITY, a int);
-- migration
ALTER TABLE t ALTER COLUMN id RESTART WITH 5;
-- case: drop an identity
-- expect: t AccessExclusiveLock; t_id_seq AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 GENERATED ALWAYS AS IDENTITY, a int);
-- migration
ALTER TABLE t ALTER COLUMN id DROP IDENTITY;
-- case: set the expression of a stored column
-- on: 17-18
-- expect: t AccessExclusiveLock; t_a AccessExclusiveLock; scans t; rewrites t; rewrites t_a
-- setup
CREATE TABLE t (a int, g int GENERATED ALWAYS AS (a + 1) STORED);
CREATE INDEX t_a ON t (a);
-- migration
ALTER TABLE t ALTER COLUMN g SET EXPRESSION AS (a + 2);
-- case: set the expression of a virtual column
-- on: 18
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (a int, g int GENERATED ALWAYS AS (a + 1) VIRTUAL);
-- migration
ALTER TABLE t ALTER COLUMN g SET EXPRESSION AS (a + 2);
-- case: drop the expression of a column
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (a int, g int GENERATED ALWAYS AS (a + 1) STORED);
CREATE INDEX t_a ON t (a);
-- migration
ALTER TABLE t ALTER COLUMN g DROP EXPRESSION;
-- case: set the storage of a column
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users ALTER COLUMN email SET STORAGE EXTERNAL;
-- case: set the compression of a column
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users ALTER COLUMN email SET COMPRESSION pglz;
-- case: set the statistics of a column
-- expect: users ShareUpdateExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users ALTER COLUMN email SET STATISTICS 500;
-- case: set the number of distinct values of a column
-- expect: users ShareUpdateExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users ALTER COLUMN email SET (n_distinct = 5);
-- case: set the statistics of a column of a partitioned table
-- expect: events ShareUpdateExclusiveLock; events_1 ShareUpdateExclusiveLock; events_2 ShareUpdateExclusiveLock; events_rest ShareUpdateExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- migration
ALTER TABLE events ALTER COLUMN note SET STATISTICS 500;
