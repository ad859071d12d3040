-- case: functions that give another value at every call
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN a float8 DEFAULT random(); -- finds: add-column-with-volatile-default
ALTER TABLE t ADD COLUMN b timestamptz DEFAULT clock_timestamp(); -- finds: add-column-with-volatile-default
ALTER TABLE t ADD COLUMN c uuid DEFAULT gen_random_uuid(); -- finds: add-column-with-volatile-default
ALTER TABLE t ADD COLUMN d text DEFAULT timeofday(); -- finds: add-column-with-volatile-default
-- case: nextval
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
CREATE SEQUENCE s;
-- migration
ALTER TABLE t ADD COLUMN a int8 DEFAULT nextval('s'); -- finds: add-column-with-volatile-default
-- case: an array of random numbers is no constant
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN a int[] DEFAULT ARRAY[random()::int]; -- finds: add-column-with-volatile-default
-- case: control, defaults that are computed once
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN a int DEFAULT 0;
ALTER TABLE t ADD COLUMN b timestamptz NOT NULL DEFAULT now();
ALTER TABLE t ADD COLUMN c date DEFAULT current_date;
ALTER TABLE t ADD COLUMN d text DEFAULT upper('x');
ALTER TABLE t ADD COLUMN e text DEFAULT current_user || 'x';
ALTER TABLE t ADD COLUMN f jsonb DEFAULT '{}';
ALTER TABLE t ADD COLUMN g timestamptz DEFAULT date_trunc('day', statement_timestamp());
ALTER TABLE t ADD COLUMN h int[] DEFAULT ARRAY[1, 2];
-- case: control, the table is new
-- migration
CREATE TABLE t (id int8 PRIMARY KEY);
ALTER TABLE t ADD COLUMN a float8 DEFAULT random();
-- case: control, the default comes behind the column
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN a float8;
ALTER TABLE t ALTER COLUMN a SET DEFAULT random();
