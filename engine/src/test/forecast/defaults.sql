-- case: 1
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c int DEFAULT 1;
-- case: 'x'
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c text DEFAULT 'x';
-- case: -1
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c int DEFAULT -1;
-- case: NULL
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c int DEFAULT NULL;
-- case: now()
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c timestamptz DEFAULT now();
-- case: CURRENT_TIMESTAMP
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c timestamptz DEFAULT CURRENT_TIMESTAMP;
-- case: current_date
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c date DEFAULT current_date;
-- case: LOCALTIMESTAMP
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c timestamp DEFAULT LOCALTIMESTAMP;
-- case: statement_timestamp()
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c timestamptz DEFAULT statement_timestamp();
-- case: transaction_timestamp()
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c timestamptz DEFAULT transaction_timestamp();
-- case: current_user || 'x'
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c text DEFAULT current_user || 'x';
-- case: upper('x')
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c text DEFAULT upper('x');
-- case: '{}'
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c text[] DEFAULT '{}';
-- case: ARRAY[1, 2]
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c int[] DEFAULT ARRAY[1, 2];
-- case: '{}'::jsonb
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c jsonb DEFAULT '{}'::jsonb;
-- case: date_trunc('day', now())
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c timestamptz DEFAULT date_trunc('day', now());
-- case: coalesce(NULL, 'x')
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c text DEFAULT coalesce(NULL, 'x');
-- case: now() + interval '1 day'
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c timestamptz DEFAULT now() + interval '1 day';
-- case: clock_timestamp()
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c timestamptz DEFAULT clock_timestamp();
-- case: timeofday()
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c text DEFAULT timeofday();
-- case: random()
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c float DEFAULT random();
-- case: gen_random_uuid()
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c uuid DEFAULT gen_random_uuid();
-- case: nextval('s')
-- expect: s AccessShareLock; t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
CREATE SEQUENCE s;
-- migration
ALTER TABLE t ADD COLUMN c int8 DEFAULT nextval('s');
-- case: ARRAY[random()]
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c float[] DEFAULT ARRAY[random()];
-- case: (random() * 10)::int
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c int DEFAULT (random() * 10)::int;
-- case: length(random()::text)
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c int DEFAULT length(random()::text);
-- case: CASE WHEN true THEN 1 ELSE 2 END
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c int DEFAULT CASE WHEN true THEN 1 ELSE 2 END;
-- case: md5('x')
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c text DEFAULT md5('x');
-- case: to_char(now(), 'YYYY')
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c text DEFAULT to_char(now(), 'YYYY');
-- case: txid_current()
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c int8 DEFAULT txid_current();
-- case: pg_backend_pid()
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c int DEFAULT pg_backend_pid();
-- case: currval('s')
-- expect: s AccessShareLock; t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
CREATE SEQUENCE s;
-- migration
ALTER TABLE t ADD COLUMN c int8 DEFAULT currval('s');
-- case: lastval()
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
CREATE SEQUENCE s;
-- migration
ALTER TABLE t ADD COLUMN c int8 DEFAULT lastval();
-- case: inet_client_addr()
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c inet DEFAULT inet_client_addr();
-- case: current_setting('TimeZone')
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c text DEFAULT current_setting('TimeZone');
-- case: set_config('a.b', 'c', true)
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c text DEFAULT set_config('a.b', 'c', true);
-- case: version()
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c text DEFAULT version();
-- case: row_to_json(ROW(1))
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c json DEFAULT row_to_json(ROW(1));
-- case: json_build_object('a', 1)
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c json DEFAULT json_build_object('a', 1);
-- case: concat('a', 'b')
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c text DEFAULT concat('a', 'b');
-- case: 'a' || 'b'
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c text DEFAULT 'a' || 'b';
-- case: 1 + 1
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c int DEFAULT 1 + 1;
-- case: true
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c boolean DEFAULT true;
-- case: localtime
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c time DEFAULT localtime;
-- case: session_user
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c text DEFAULT session_user;
-- case: pg_catalog.random()
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c float DEFAULT pg_catalog.random();
-- case: uuidv7()
-- on: 18
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c uuid DEFAULT uuidv7();
-- case: random_normal()
-- on: 16-18
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c float DEFAULT random_normal();
-- case: setval('s', 5)
-- expect: s AccessShareLock; t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
CREATE SEQUENCE s;
-- migration
ALTER TABLE t ADD COLUMN c int8 DEFAULT setval('s', 5);
-- case: convert_from('x', 'UTF8')
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c text DEFAULT convert_from('x', 'UTF8');
-- case: age(now())
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c interval DEFAULT age(now());
-- case: num_nonnulls(1)
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c int DEFAULT num_nonnulls(1);
-- case: current_schema
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c text DEFAULT current_schema;
-- case: pg_postmaster_start_time()
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c timestamptz DEFAULT pg_postmaster_start_time();
-- case: 'now'::text
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN c text DEFAULT 'now'::text;
-- case: a volatile function of SQL that is a constant
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8);
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
-- migration
ALTER TABLE t ADD COLUMN c int DEFAULT f();
-- case: a volatile function of SQL that calls a volatile one
-- expect: t AccessExclusiveLock; scans t; rewrites t
-- setup
CREATE TABLE t (id int8);
CREATE FUNCTION f() RETURNS float LANGUAGE sql AS $$ SELECT random() $$;
-- migration
ALTER TABLE t ADD COLUMN c float DEFAULT f();
-- case: a volatile function of SQL that reads a table
-- expect: t AccessExclusiveLock; scans t; rewrites t
-- setup
CREATE TABLE t (id int8);
CREATE FUNCTION f() RETURNS int8 LANGUAGE sql AS $$ SELECT count(*) FROM t $$;
-- migration
ALTER TABLE t ADD COLUMN c int8 DEFAULT f();
-- case: a volatile function of PL/pgSQL
-- expect: t AccessExclusiveLock; scans t; rewrites t
-- setup
CREATE TABLE t (id int8);
CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;
-- migration
ALTER TABLE t ADD COLUMN c int DEFAULT f();
-- case: a stable function of PL/pgSQL
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8);
CREATE FUNCTION f() RETURNS int STABLE LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;
-- migration
ALTER TABLE t ADD COLUMN c int DEFAULT f();
-- case: an immutable function of PL/pgSQL
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8);
CREATE FUNCTION f() RETURNS int IMMUTABLE LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;
-- migration
ALTER TABLE t ADD COLUMN c int DEFAULT f();
-- case: a stable function of SQL that calls a volatile one
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8);
CREATE FUNCTION f() RETURNS float STABLE LANGUAGE sql AS $$ SELECT random() $$;
-- migration
ALTER TABLE t ADD COLUMN c float DEFAULT f();
-- case: a value of an enum
-- expect: t AccessExclusiveLock
-- setup
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE TABLE t (id int8);
-- migration
ALTER TABLE t ADD COLUMN c mood DEFAULT 'a';
-- case: volatile, on a table with indexes and a key
-- expect: children AccessExclusiveLock; children_pkey AccessExclusiveLock; scans children; rewrites children; rewrites children_pkey
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY, code int UNIQUE);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8 REFERENCES parents, n int);
-- migration
ALTER TABLE children ADD COLUMN c float DEFAULT random();
-- case: volatile, on a referenced table
-- expect: parents AccessExclusiveLock; parents_code_key AccessExclusiveLock; parents_pkey AccessExclusiveLock; scans parents; rewrites parents; rewrites parents_code_key; rewrites parents_pkey
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY, code int UNIQUE);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8 REFERENCES parents, n int);
-- migration
ALTER TABLE parents ADD COLUMN c float DEFAULT random();
-- case: volatile, on a partitioned table
-- expect: events AccessExclusiveLock; events_1 AccessExclusiveLock; events_2 AccessExclusiveLock; events_rest AccessExclusiveLock; scans events_1; scans events_2; scans events_rest; rewrites events_1; rewrites events_2; rewrites events_rest
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- migration
ALTER TABLE events ADD COLUMN c float DEFAULT random();
