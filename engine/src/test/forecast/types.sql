-- case: varchar(20) to varchar(40)
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c varchar(20));
-- migration
ALTER TABLE t ALTER COLUMN c TYPE varchar(40);
-- case: varchar(20) to text
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c varchar(20));
-- migration
ALTER TABLE t ALTER COLUMN c TYPE text;
-- case: text to varchar
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c text);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE varchar;
-- case: varchar(20) to varchar
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c varchar(20));
-- migration
ALTER TABLE t ALTER COLUMN c TYPE varchar;
-- case: text to varchar(20)
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c text);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE varchar(20);
-- case: varchar(40) to varchar(20)
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c varchar(40));
-- migration
ALTER TABLE t ALTER COLUMN c TYPE varchar(20);
-- case: varbit(5) to varbit(9)
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c varbit(5));
-- migration
ALTER TABLE t ALTER COLUMN c TYPE varbit(9);
-- case: varbit(9) to varbit(5)
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c varbit(9));
-- migration
ALTER TABLE t ALTER COLUMN c TYPE varbit(5);
-- case: bit(5) to bit(9)
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c bit(5));
-- migration
ALTER TABLE t ALTER COLUMN c TYPE bit(9);
-- case: numeric(8,2) to numeric(10,2)
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c numeric(8,2));
-- migration
ALTER TABLE t ALTER COLUMN c TYPE numeric(10,2);
-- case: numeric(8,2) to numeric
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c numeric(8,2));
-- migration
ALTER TABLE t ALTER COLUMN c TYPE numeric;
-- case: numeric to numeric(8,2)
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c numeric);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE numeric(8,2);
-- case: numeric(8,2) to numeric(8,3)
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c numeric(8,2));
-- migration
ALTER TABLE t ALTER COLUMN c TYPE numeric(8,3);
-- case: numeric(10,2) to numeric(8,2)
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c numeric(10,2));
-- migration
ALTER TABLE t ALTER COLUMN c TYPE numeric(8,2);
-- case: timestamp(3) to timestamp(6)
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c timestamp(3));
-- migration
ALTER TABLE t ALTER COLUMN c TYPE timestamp(6);
-- case: timestamp(3) to timestamp
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c timestamp(3));
-- migration
ALTER TABLE t ALTER COLUMN c TYPE timestamp;
-- case: timestamp to timestamp(3)
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c timestamp);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE timestamp(3);
-- case: timestamptz(3) to timestamptz
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c timestamptz(3));
-- migration
ALTER TABLE t ALTER COLUMN c TYPE timestamptz;
-- case: time(3) to time(6)
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c time(3));
-- migration
ALTER TABLE t ALTER COLUMN c TYPE time(6);
-- case: time(6) to time(3)
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c time(6));
-- migration
ALTER TABLE t ALTER COLUMN c TYPE time(3);
-- case: interval(3) to interval(6)
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c interval(3));
-- migration
ALTER TABLE t ALTER COLUMN c TYPE interval(6);
-- case: interval to interval(3)
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c interval);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE interval(3);
-- case: cidr to inet
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c cidr);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE inet;
-- case: inet to cidr
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c inet);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE cidr;
-- case: timestamp to timestamptz
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c timestamp);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE timestamptz;
-- case: timestamptz to timestamp
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c timestamptz);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE timestamp;
-- case: int to int8
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c int);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE int8;
-- case: int8 to int
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c int8);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE int;
-- case: int2 to int
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c int2);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE int;
-- case: float4 to float8
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c float4);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE float8;
-- case: int to numeric
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c int);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE numeric;
-- case: char(5) to char(9)
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c char(5));
-- migration
ALTER TABLE t ALTER COLUMN c TYPE char(9);
-- case: char(5) to text
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c char(5));
-- migration
ALTER TABLE t ALTER COLUMN c TYPE text;
-- case: text to char(5)
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c text);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE char(5);
-- case: char(5) to varchar(9)
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c char(5));
-- migration
ALTER TABLE t ALTER COLUMN c TYPE varchar(9);
-- case: varchar(5) to char(5)
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c varchar(5));
-- migration
ALTER TABLE t ALTER COLUMN c TYPE char(5);
-- case: jsonb to json
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c jsonb);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE json;
-- case: json to jsonb
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c json);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE jsonb USING c::jsonb;
-- case: json to text
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c json);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE text;
-- case: text to json
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c text);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE json USING c::json;
-- case: xml to text
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c xml);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE text;
-- case: date to timestamp
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c date);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE timestamp;
-- case: name to text
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c name);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE text;
-- case: int to text
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c int);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE text;
-- case: text to bytea
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c text);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE bytea USING c::bytea;
-- case: uuid to text
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c uuid);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE text;
-- case: int4 to oid
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c int4);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE oid;
-- case: oid to int4
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c oid);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE int4;
-- case: varchar(20)[] to varchar(40)[]
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c varchar(20)[]);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE varchar(40)[];
-- case: varchar(20)[] to text[]
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c varchar(20)[]);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE text[];
-- case: int to int
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c int);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE int;
-- case: varchar(20) to varchar(20)
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c varchar(20));
-- migration
ALTER TABLE t ALTER COLUMN c TYPE varchar(20);
-- case: money to numeric
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c money);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE numeric USING c::numeric;
-- case: text to text COLLATE "C"
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c text);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE text COLLATE "C";
-- case: "char" to text
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c "char");
-- migration
ALTER TABLE t ALTER COLUMN c TYPE text;
-- case: enum to text
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE TABLE t (id int8 PRIMARY KEY, c mood);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE text;
-- case: text to enum
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE TABLE t (id int8 PRIMARY KEY, c text);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE mood USING c::mood;
-- case: domain to its base
-- expect: t AccessExclusiveLock
-- setup
CREATE DOMAIN word AS text;
CREATE TABLE t (c word);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE text;
-- case: constrained domain to its base
-- expect: t AccessExclusiveLock
-- setup
CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');
CREATE TABLE t (c email);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE text;
-- case: base to an unconstrained domain
-- expect: t AccessExclusiveLock
-- setup
CREATE DOMAIN word AS text;
CREATE TABLE t (c text);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE word;
-- case: base to a constrained domain
-- expect: t AccessExclusiveLock; scans t; rewrites t
-- setup
CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');
CREATE TABLE t (c text);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE email;
-- case: a USING that changes nothing
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (c varchar(20));
-- migration
ALTER TABLE t ALTER COLUMN c TYPE text USING c::text;
-- case: a USING that is the column
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (c varchar(20));
-- migration
ALTER TABLE t ALTER COLUMN c TYPE text USING c;
-- case: a USING that computes
-- expect: t AccessExclusiveLock; scans t; rewrites t
-- setup
CREATE TABLE t (c int);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE int USING c + 1;
-- case: a USING of the same type
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (c int);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE int USING c;
-- case: timestamp to timestamptz in another time zone
-- expect: t AccessExclusiveLock; scans t; rewrites t
-- setup
CREATE TABLE t (c timestamp);
-- migration
SET TimeZone = 'Europe/Berlin';
ALTER TABLE t ALTER COLUMN c TYPE timestamptz;
-- case: longer varchar, with an index
-- expect: t AccessExclusiveLock; t_c AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c varchar(20), d int);
CREATE INDEX t_c ON t (c);
CREATE INDEX t_d ON t (d);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE varchar(40);
-- case: varchar to text, with an index
-- expect: t AccessExclusiveLock; t_c AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c varchar(20), d int);
CREATE INDEX t_c ON t (c);
CREATE INDEX t_d ON t (d);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE text;
-- case: shorter varchar, with an index
-- expect: t AccessExclusiveLock; t_c AccessExclusiveLock; t_d AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_c; rewrites t_d; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c varchar(20), d int);
CREATE INDEX t_c ON t (c);
CREATE INDEX t_d ON t (d);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE varchar(10);
-- case: another collation, with an index
-- expect: t AccessExclusiveLock; t_c AccessExclusiveLock; scans t; rewrites t_c
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c varchar(20), d int);
CREATE INDEX t_c ON t (c);
CREATE INDEX t_d ON t (d);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE varchar(20) COLLATE "C";
-- case: the same type, with an index
-- expect: t AccessExclusiveLock; t_c AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, c varchar(20), d int);
CREATE INDEX t_c ON t (c);
CREATE INDEX t_d ON t (d);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE varchar(20);
-- case: longer varchar, with an index of an expression
-- expect: t AccessExclusiveLock; t_c AccessExclusiveLock; scans t; rewrites t_c
-- setup
CREATE TABLE t (c varchar(20));
CREATE INDEX t_c ON t (lower(c));
-- migration
ALTER TABLE t ALTER COLUMN c TYPE varchar(40);
-- case: longer varchar, with a partial index
-- expect: t AccessExclusiveLock; t_d AccessExclusiveLock; scans t; rewrites t_d
-- setup
CREATE TABLE t (c varchar(20), d int);
CREATE INDEX t_d ON t (d) WHERE c IS NOT NULL;
-- migration
ALTER TABLE t ALTER COLUMN c TYPE varchar(40);
-- case: longer varchar, with a unique constraint
-- expect: t AccessExclusiveLock; t_c_key AccessExclusiveLock
-- setup
CREATE TABLE t (c varchar(20) UNIQUE);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE varchar(40);
-- case: longer varchar, with a check
-- expect: t AccessExclusiveLock; scans t
-- setup
CREATE TABLE t (c varchar(20) CHECK (c <> ''));
-- migration
ALTER TABLE t ALTER COLUMN c TYPE varchar(40);
-- case: longer varchar, with a check that is not valid
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (c varchar(20));
ALTER TABLE t ADD CONSTRAINT n CHECK (c <> '') NOT VALID;
-- migration
ALTER TABLE t ALTER COLUMN c TYPE varchar(40);
-- case: longer varchar, with a check of another column
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (c varchar(20), d int CHECK (d > 0));
-- migration
ALTER TABLE t ALTER COLUMN c TYPE varchar(40);
-- case: rewriting, with a check of another column
-- expect: t AccessExclusiveLock; scans t; rewrites t
-- setup
CREATE TABLE t (c int, d int CHECK (d > 0));
-- migration
ALTER TABLE t ALTER COLUMN c TYPE int8;
-- case: longer varchar, with NOT NULL
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (c varchar(20) NOT NULL);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE varchar(40);
-- case: longer varchar, with statistics
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (c varchar(20), d int);
CREATE STATISTICS t_s ON c, d FROM t;
-- migration
ALTER TABLE t ALTER COLUMN c TYPE varchar(40);
-- case: longer varchar, with a default
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (c varchar(20) DEFAULT 'x');
-- migration
ALTER TABLE t ALTER COLUMN c TYPE varchar(40);
-- case: a column that a view uses
-- expect: fails 0A000
-- setup
CREATE TABLE t (c int);
CREATE VIEW v AS SELECT * FROM t;
-- migration
ALTER TABLE t ALTER COLUMN c TYPE int8;
-- case: a column that a materialized view uses
-- expect: fails 0A000
-- setup
CREATE TABLE t (c int);
CREATE MATERIALIZED VIEW v AS SELECT * FROM t;
-- migration
ALTER TABLE t ALTER COLUMN c TYPE int8;
-- case: a column that a generated column uses
-- on: 14
-- expect: fails 42601
-- setup
CREATE TABLE t (c int, g int GENERATED ALWAYS AS (c + 1) STORED);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE int8;
-- case: a column that a generated column uses
-- on: 15-18
-- expect: fails 0A000
-- setup
CREATE TABLE t (c int, g int GENERATED ALWAYS AS (c + 1) STORED);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE int8;
-- case: a column that a policy uses
-- expect: fails 0A000
-- setup
CREATE TABLE t (c int);
CREATE POLICY p ON t USING (c > 0);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE int8;
-- case: a column that the condition of a trigger uses
-- expect: fails 0A000
-- setup
CREATE TABLE t (c int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER tr BEFORE UPDATE ON t FOR EACH ROW WHEN (NEW.c > 0) EXECUTE FUNCTION f();
-- migration
ALTER TABLE t ALTER COLUMN c TYPE int8;
-- case: a column of a partition key
-- expect: fails 42P16
-- setup
CREATE TABLE t (c int) PARTITION BY LIST (c);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE int8;
-- case: a column of a publication's filter
-- on: 15-18
-- expect: fails 0A000
-- setup
CREATE TABLE t (c int PRIMARY KEY);
CREATE PUBLICATION p FOR TABLE t WHERE (c > 0);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE int8;
-- case: a referencing column
-- expect: children AccessExclusiveLock; children_pkey AccessExclusiveLock; parents AccessExclusiveLock; scans children; rewrites children; rewrites children_pkey
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY, code int UNIQUE);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8 REFERENCES parents, n int);
-- migration
ALTER TABLE children ALTER COLUMN parent TYPE int4;
-- case: a referenced column
-- expect: children AccessExclusiveLock; parents AccessExclusiveLock; parents_code_key AccessExclusiveLock; parents_pkey AccessExclusiveLock; scans children; scans parents; rewrites parents; rewrites parents_code_key; rewrites parents_pkey
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY, code int UNIQUE);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8 REFERENCES parents, n int);
-- migration
ALTER TABLE parents ALTER COLUMN id TYPE int4;
-- case: a referencing column that is not rewritten
-- expect: children AccessExclusiveLock; parents AccessExclusiveLock
-- setup
CREATE TABLE parents (id varchar(20) PRIMARY KEY);
CREATE TABLE children (parent varchar(20) REFERENCES parents);
-- migration
ALTER TABLE children ALTER COLUMN parent TYPE varchar(40);
-- case: a referenced column that is not rewritten
-- expect: children AccessExclusiveLock; parents AccessExclusiveLock; parents_pkey AccessExclusiveLock
-- setup
CREATE TABLE parents (id varchar(20) PRIMARY KEY);
CREATE TABLE children (parent varchar(20) REFERENCES parents);
-- migration
ALTER TABLE parents ALTER COLUMN id TYPE varchar(40);
-- case: a referencing column, the key is not valid
-- expect: children AccessExclusiveLock; parents AccessExclusiveLock; scans children; rewrites children
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY);
CREATE TABLE children (parent int8);
ALTER TABLE children ADD CONSTRAINT f FOREIGN KEY (parent) REFERENCES parents NOT VALID;
-- migration
ALTER TABLE children ALTER COLUMN parent TYPE int4;
-- case: another column of a referencing table
-- expect: children AccessExclusiveLock; children_pkey AccessExclusiveLock; scans children; rewrites children; rewrites children_pkey
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY, code int UNIQUE);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8 REFERENCES parents, n int);
-- migration
ALTER TABLE children ALTER COLUMN n TYPE int8;
-- case: another column of a referenced table
-- expect: parents AccessExclusiveLock; parents_code_key AccessExclusiveLock; parents_pkey AccessExclusiveLock; scans parents; rewrites parents; rewrites parents_code_key; rewrites parents_pkey
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY, code int UNIQUE);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8 REFERENCES parents, n int);
-- migration
ALTER TABLE parents ALTER COLUMN code TYPE int8;
-- case: a column of a parent of inheritance
-- expect: animals AccessExclusiveLock; animals_pkey AccessExclusiveLock; dogs AccessExclusiveLock; dogs_name AccessExclusiveLock; scans animals; scans dogs; rewrites animals; rewrites animals_pkey; rewrites dogs; rewrites dogs_name
-- setup
CREATE TABLE animals (id int8 PRIMARY KEY, name text);
CREATE TABLE dogs (barks boolean) INHERITS (animals);
CREATE INDEX dogs_name ON dogs (name);
-- migration
ALTER TABLE animals ALTER COLUMN name TYPE varchar(20);
-- case: a column of a partitioned table
-- expect: events AccessExclusiveLock; events_1 AccessExclusiveLock; events_1_id_idx AccessExclusiveLock; events_id AccessExclusiveLock; scans events_1; rewrites events_1; rewrites events_1_id_idx
-- setup
CREATE TABLE events (id int, at date) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events DEFAULT;
CREATE INDEX events_id ON events (id);
-- migration
ALTER TABLE events ALTER COLUMN id TYPE int8;
-- case: a serial column
-- expect: t AccessExclusiveLock; t_id_seq AccessShareLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id serial PRIMARY KEY);
-- migration
ALTER TABLE t ALTER COLUMN id TYPE int8;
-- case: an identity column
-- expect: t AccessExclusiveLock; t_id_seq ShareRowExclusiveLock; scans t; rewrites t
-- setup
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY);
-- migration
ALTER TABLE t ALTER COLUMN id TYPE int8;
-- case: a column that an exclusion uses
-- expect: t AccessExclusiveLock; t_c_excl AccessExclusiveLock
-- setup
CREATE TABLE t (c int4range, EXCLUDE USING gist (c WITH &&));
-- migration
ALTER TABLE t ALTER COLUMN c TYPE int4range;
-- case: two changes at once
-- expect: t AccessExclusiveLock; scans t; rewrites t
-- setup
CREATE TABLE t (c int, d int);
-- migration
ALTER TABLE t ALTER COLUMN c TYPE int8, ALTER COLUMN d TYPE int8;
