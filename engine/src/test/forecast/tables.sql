-- case: create a table
-- expect:
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
CREATE TABLE t (a int);
-- case: create a table that is there
-- expect:
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
CREATE TABLE IF NOT EXISTS users (a int);
-- case: create a table as a query
-- expect: users AccessShareLock; scans users
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
CREATE TABLE t AS SELECT * FROM users;
-- case: create a table as a query that reads two
-- expect: parents AccessShareLock; users AccessShareLock; scans parents
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE TABLE parents (id int8);
-- migration
CREATE TABLE t AS SELECT u.id FROM users u JOIN parents p ON p.id = u.id;
-- case: select into a table
-- expect: users AccessShareLock; scans users
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
SELECT * INTO t FROM users;
-- case: create a table like another
-- expect: users AccessShareLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
CREATE TABLE t (LIKE users INCLUDING ALL);
-- case: create a table that inherits
-- expect: users ShareUpdateExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
CREATE TABLE t (c int) INHERITS (users);
-- case: drop a table
-- expect: users AccessExclusiveLock; users_email AccessExclusiveLock; users_pkey AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
DROP TABLE users;
-- case: drop a table that references
-- expect: children AccessExclusiveLock; children_pkey AccessExclusiveLock; parents AccessExclusiveLock
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY, code int UNIQUE);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8 REFERENCES parents, n int);
-- migration
DROP TABLE children;
-- case: drop a table that is referenced
-- expect: fails 2BP01
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY, code int UNIQUE);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8 REFERENCES parents, n int);
-- migration
DROP TABLE parents;
-- case: drop a table that is referenced, CASCADE
-- expect: children AccessExclusiveLock; parents AccessExclusiveLock; parents_code_key AccessExclusiveLock; parents_pkey AccessExclusiveLock
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY, code int UNIQUE);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8 REFERENCES parents, n int);
-- migration
DROP TABLE parents CASCADE;
-- case: drop both
-- expect: children AccessExclusiveLock; children_pkey AccessExclusiveLock; parents AccessExclusiveLock; parents_code_key AccessExclusiveLock; parents_pkey AccessExclusiveLock
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY, code int UNIQUE);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8 REFERENCES parents, n int);
-- migration
DROP TABLE children, parents;
-- case: drop a table with a serial column
-- expect: t AccessExclusiveLock; t_id_seq AccessExclusiveLock; t_pkey AccessExclusiveLock
-- setup
CREATE TABLE t (id serial PRIMARY KEY);
-- migration
DROP TABLE t;
-- case: drop a table that a view reads
-- expect: fails 2BP01
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE VIEW v AS SELECT id FROM users;
-- migration
DROP TABLE users;
-- case: drop a table that a view reads, CASCADE
-- expect: users AccessExclusiveLock; users_email AccessExclusiveLock; users_pkey AccessExclusiveLock; v AccessExclusiveLock; w AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE VIEW v AS SELECT id FROM users;
CREATE VIEW w AS SELECT id FROM v;
-- migration
DROP TABLE users CASCADE;
-- case: drop a parent of inheritance
-- expect: fails 2BP01
-- setup
CREATE TABLE animals (id int8 PRIMARY KEY, name text);
CREATE TABLE dogs (barks boolean) INHERITS (animals);
CREATE INDEX dogs_name ON dogs (name);
-- migration
DROP TABLE animals;
-- case: drop a parent of inheritance, CASCADE
-- expect: animals AccessExclusiveLock; animals_pkey AccessExclusiveLock; dogs AccessExclusiveLock; dogs_name AccessExclusiveLock
-- setup
CREATE TABLE animals (id int8 PRIMARY KEY, name text);
CREATE TABLE dogs (barks boolean) INHERITS (animals);
CREATE INDEX dogs_name ON dogs (name);
-- migration
DROP TABLE animals CASCADE;
-- case: drop a child of inheritance
-- expect: dogs AccessExclusiveLock; dogs_name AccessExclusiveLock
-- setup
CREATE TABLE animals (id int8 PRIMARY KEY, name text);
CREATE TABLE dogs (barks boolean) INHERITS (animals);
CREATE INDEX dogs_name ON dogs (name);
-- migration
DROP TABLE dogs;
-- case: drop a schema, CASCADE
-- expect: app.s AccessExclusiveLock; app.t AccessExclusiveLock; app.t_id_seq AccessExclusiveLock; app.t_pkey AccessExclusiveLock; app.u AccessExclusiveLock; app.v AccessExclusiveLock; users AccessExclusiveLock
-- setup
CREATE SCHEMA app;
CREATE TABLE app.t (id serial PRIMARY KEY);
CREATE VIEW app.v AS SELECT id FROM app.t;
CREATE TABLE users (id int8 REFERENCES app.t);
CREATE TABLE app.u (id int8);
CREATE SEQUENCE app.s;
-- migration
DROP SCHEMA app CASCADE;
-- case: drop a schema that is not empty
-- expect: fails 2BP01
-- setup
CREATE SCHEMA app;
CREATE TABLE app.t (id int);
-- migration
DROP SCHEMA app;
-- case: truncate
-- expect: users AccessExclusiveLock; users_email AccessExclusiveLock; users_pkey AccessExclusiveLock; rewrites users; rewrites users_email; rewrites users_pkey
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
TRUNCATE users;
-- case: truncate a table that references
-- expect: children AccessExclusiveLock; children_pkey AccessExclusiveLock; rewrites children; rewrites children_pkey
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY, code int UNIQUE);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8 REFERENCES parents, n int);
-- migration
TRUNCATE children;
-- case: truncate a table that is referenced
-- expect: fails 0A000
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY, code int UNIQUE);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8 REFERENCES parents, n int);
-- migration
TRUNCATE parents;
-- case: truncate a table that is referenced, CASCADE
-- expect: children AccessExclusiveLock; children_pkey AccessExclusiveLock; parents AccessExclusiveLock; parents_code_key AccessExclusiveLock; parents_pkey AccessExclusiveLock; rewrites children; rewrites children_pkey; rewrites parents; rewrites parents_code_key; rewrites parents_pkey
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY, code int UNIQUE);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8 REFERENCES parents, n int);
-- migration
TRUNCATE parents CASCADE;
-- case: truncate both
-- expect: children AccessExclusiveLock; children_pkey AccessExclusiveLock; parents AccessExclusiveLock; parents_code_key AccessExclusiveLock; parents_pkey AccessExclusiveLock; rewrites children; rewrites children_pkey; rewrites parents; rewrites parents_code_key; rewrites parents_pkey
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY, code int UNIQUE);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8 REFERENCES parents, n int);
-- migration
TRUNCATE parents, children;
-- case: truncate and restart sequences
-- expect: t AccessExclusiveLock; t_id_seq AccessExclusiveLock; t_pkey AccessExclusiveLock; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id serial PRIMARY KEY);
-- migration
TRUNCATE t RESTART IDENTITY;
-- case: truncate a partitioned table
-- expect: events AccessExclusiveLock; events_1 AccessExclusiveLock; events_2 AccessExclusiveLock; events_rest AccessExclusiveLock; rewrites events_1; rewrites events_2; rewrites events_rest
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- migration
TRUNCATE events;
-- case: truncate a parent of inheritance
-- expect: animals AccessExclusiveLock; animals_pkey AccessExclusiveLock; dogs AccessExclusiveLock; dogs_name AccessExclusiveLock; rewrites animals; rewrites animals_pkey; rewrites dogs; rewrites dogs_name
-- setup
CREATE TABLE animals (id int8 PRIMARY KEY, name text);
CREATE TABLE dogs (barks boolean) INHERITS (animals);
CREATE INDEX dogs_name ON dogs (name);
-- migration
TRUNCATE animals;
-- case: truncate only a parent of inheritance
-- expect: animals AccessExclusiveLock; animals_pkey AccessExclusiveLock; rewrites animals; rewrites animals_pkey
-- setup
CREATE TABLE animals (id int8 PRIMARY KEY, name text);
CREATE TABLE dogs (barks boolean) INHERITS (animals);
CREATE INDEX dogs_name ON dogs (name);
-- migration
TRUNCATE ONLY animals;
-- case: rename a table
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users RENAME TO people;
-- case: rename a table that a view reads
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE VIEW v AS SELECT id FROM users;
-- migration
ALTER TABLE users RENAME TO people;
-- case: rename a partitioned table
-- expect: events AccessExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- migration
ALTER TABLE events RENAME TO happenings;
-- case: move a table to another schema
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE SCHEMA app;
-- migration
ALTER TABLE users SET SCHEMA app;
-- case: move a table with a serial column to another schema
-- expect: t AccessExclusiveLock; t_id_seq AccessExclusiveLock
-- setup
CREATE TABLE t (id serial PRIMARY KEY);
CREATE SCHEMA app;
-- migration
ALTER TABLE t SET SCHEMA app;
-- case: rename a schema
-- expect:
-- setup
CREATE SCHEMA app;
CREATE TABLE app.t (a int);
-- migration
ALTER SCHEMA app RENAME TO application;
-- case: set the owner
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users OWNER TO CURRENT_USER;
-- case: set another owner
-- expect: t AccessExclusiveLock; t_id_seq AccessExclusiveLock; t_pkey AccessExclusiveLock
-- setup
CREATE TABLE t (id serial PRIMARY KEY);
GRANT CREATE ON SCHEMA public TO pg_monitor;
-- migration
ALTER TABLE t OWNER TO pg_monitor;
-- case: set the tablespace
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users SET TABLESPACE pg_default;
-- case: set unlogged
-- expect: users AccessExclusiveLock; users_email AccessExclusiveLock; users_pkey AccessExclusiveLock; scans users; rewrites users; rewrites users_email; rewrites users_pkey
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users SET UNLOGGED;
-- case: set unlogged, with a sequence
-- on: 14
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id serial PRIMARY KEY);
-- migration
ALTER TABLE t SET UNLOGGED;
-- case: set unlogged, with a sequence
-- on: 15-18
-- expect: t AccessExclusiveLock; t_id_seq AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE TABLE t (id serial PRIMARY KEY);
-- migration
ALTER TABLE t SET UNLOGGED;
-- case: set logged where it is
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users SET LOGGED;
-- case: set logged
-- expect: t AccessExclusiveLock; t_pkey AccessExclusiveLock; scans t; rewrites t; rewrites t_pkey
-- setup
CREATE UNLOGGED TABLE t (id int PRIMARY KEY);
-- migration
ALTER TABLE t SET LOGGED;
-- case: set unlogged, a table that is referenced
-- expect: fails 42P16
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY, code int UNIQUE);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8 REFERENCES parents, n int);
-- migration
ALTER TABLE parents SET UNLOGGED;
-- case: set unlogged, a table that references
-- expect: children AccessExclusiveLock; children_pkey AccessExclusiveLock; scans children; rewrites children; rewrites children_pkey
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY, code int UNIQUE);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8 REFERENCES parents, n int);
-- migration
ALTER TABLE children SET UNLOGGED;
-- case: set the access method
-- on: 15-18
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users SET ACCESS METHOD heap;
-- case: set the fill factor
-- expect: users ShareUpdateExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users SET (fillfactor = 50);
-- case: set an option of autovacuum
-- expect: users ShareUpdateExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users SET (autovacuum_enabled = false);
-- case: set an option of autovacuum of the TOAST table
-- expect: users ShareUpdateExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users SET (toast.autovacuum_enabled = false);
-- case: set the target of TOAST
-- expect: users ShareUpdateExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users SET (toast_tuple_target = 200);
-- case: set the number of parallel workers
-- expect: users ShareUpdateExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users SET (parallel_workers = 2);
-- case: set that it is a catalog
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users SET (user_catalog_table = true);
-- case: set two options
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users SET (fillfactor = 50, user_catalog_table = true);
-- case: set vacuum_truncate
-- expect: users ShareUpdateExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users SET (vacuum_truncate = false);
-- case: set vacuum_index_cleanup
-- expect: users ShareUpdateExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users SET (vacuum_index_cleanup = false);
-- case: set log_autovacuum_min_duration
-- expect: users ShareUpdateExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users SET (log_autovacuum_min_duration = 5);
-- case: reset an option
-- expect: users ShareUpdateExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users RESET (fillfactor);
-- case: set the replica identity
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users REPLICA IDENTITY FULL;
-- case: set the replica identity to an index
-- expect: users AccessExclusiveLock; users_u ShareLock
-- setup
CREATE TABLE users (a int NOT NULL);
CREATE UNIQUE INDEX users_u ON users (a);
-- migration
ALTER TABLE users REPLICA IDENTITY USING INDEX users_u;
-- case: enable row level security
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
-- case: force row level security
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER TABLE users FORCE ROW LEVEL SECURITY;
-- case: create a policy
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
CREATE POLICY p ON users USING (age > 0);
-- case: alter a policy
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE POLICY p ON users USING (age > 0);
-- migration
ALTER POLICY p ON users USING (age > 1);
-- case: rename a policy
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE POLICY p ON users USING (age > 0);
-- migration
ALTER POLICY p ON users RENAME TO q;
-- case: drop a policy
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE POLICY p ON users USING (age > 0);
-- migration
DROP POLICY p ON users;
-- case: create a policy that reads another table
-- expect: parents AccessShareLock; users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE TABLE parents (id int8);
-- migration
CREATE POLICY p ON users USING (EXISTS (SELECT FROM parents));
-- case: create a trigger
-- expect: users ShareRowExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
-- migration
CREATE TRIGGER tr BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION f();
-- case: replace a trigger
-- expect: users ShareRowExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER tr BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION f();
-- migration
CREATE OR REPLACE TRIGGER tr BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION f();
-- case: create a trigger on a partitioned table
-- expect: events ShareRowExclusiveLock; events_1 ShareRowExclusiveLock; events_2 ShareRowExclusiveLock; events_rest ShareRowExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
-- migration
CREATE TRIGGER tr BEFORE UPDATE ON events FOR EACH ROW EXECUTE FUNCTION f();
-- case: disable a trigger
-- expect: users ShareRowExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER tr BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION f();
-- migration
ALTER TABLE users DISABLE TRIGGER tr;
-- case: disable all triggers
-- expect: children ShareRowExclusiveLock
-- setup
CREATE TABLE parents (id int8 PRIMARY KEY, code int UNIQUE);
CREATE TABLE children (id int8 PRIMARY KEY, parent int8 REFERENCES parents, n int);
-- migration
ALTER TABLE children DISABLE TRIGGER ALL;
-- case: enable a trigger
-- expect: users ShareRowExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER tr BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION f();
-- migration
ALTER TABLE users ENABLE TRIGGER tr;
-- case: disable a trigger of a partitioned table
-- expect: events ShareRowExclusiveLock; events_1 ShareRowExclusiveLock; events_2 ShareRowExclusiveLock; events_rest ShareRowExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER tr BEFORE UPDATE ON events FOR EACH ROW EXECUTE FUNCTION f();
-- migration
ALTER TABLE events DISABLE TRIGGER tr;
-- case: rename a trigger
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER tr BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION f();
-- migration
ALTER TRIGGER tr ON users RENAME TO tr2;
-- case: drop a trigger
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER tr BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION f();
-- migration
DROP TRIGGER tr ON users;
-- case: drop a trigger of a partitioned table
-- expect: events AccessExclusiveLock; events_1 AccessExclusiveLock; events_2 AccessExclusiveLock; events_rest AccessExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER tr BEFORE UPDATE ON events FOR EACH ROW EXECUTE FUNCTION f();
-- migration
DROP TRIGGER tr ON events;
-- case: drop the function of a trigger
-- expect: fails 2BP01
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER tr BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION f();
-- migration
DROP FUNCTION f();
-- case: drop the function of a trigger, CASCADE
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER tr BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION f();
-- migration
DROP FUNCTION f() CASCADE;
-- case: create a rule
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
CREATE RULE r AS ON DELETE TO users DO INSTEAD NOTHING;
-- case: create a rule that writes another table
-- expect: parents RowExclusiveLock; users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE TABLE parents (id int8);
-- migration
CREATE RULE r AS ON DELETE TO users DO ALSO DELETE FROM parents;
-- case: disable a rule
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE RULE r AS ON DELETE TO users DO INSTEAD NOTHING;
-- migration
ALTER TABLE users DISABLE RULE r;
-- case: drop a rule
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE RULE r AS ON DELETE TO users DO INSTEAD NOTHING;
-- migration
DROP RULE r ON users;
-- case: rename a rule
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE RULE r AS ON DELETE TO users DO INSTEAD NOTHING;
-- migration
ALTER RULE r ON users RENAME TO s;
-- case: inherit
-- expect: animals ShareUpdateExclusiveLock; dogs AccessExclusiveLock
-- setup
CREATE TABLE animals (id int8);
CREATE TABLE dogs (id int8);
-- migration
ALTER TABLE dogs INHERIT animals;
-- case: inherit no longer
-- expect: animals AccessShareLock; dogs AccessExclusiveLock
-- setup
CREATE TABLE animals (id int8 PRIMARY KEY, name text);
CREATE TABLE dogs (barks boolean) INHERITS (animals);
CREATE INDEX dogs_name ON dogs (name);
-- migration
ALTER TABLE dogs NO INHERIT animals;
-- case: comment on a table
-- expect: users ShareUpdateExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
COMMENT ON TABLE users IS 'x';
-- case: comment on a column
-- expect: users ShareUpdateExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
COMMENT ON COLUMN users.age IS 'x';
-- case: comment on a constraint
-- expect: users AccessShareLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
COMMENT ON CONSTRAINT users_pkey ON users IS 'x';
-- case: comment on a view
-- expect: v ShareUpdateExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE VIEW v AS SELECT id FROM users;
-- migration
COMMENT ON VIEW v IS 'x';
-- case: comment on a schema
-- expect:
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
COMMENT ON SCHEMA public IS 'x';
-- case: comment on a sequence
-- expect: s ShareUpdateExclusiveLock
-- setup
CREATE SEQUENCE s;
-- migration
COMMENT ON SEQUENCE s IS 'x';
-- case: comment on a trigger
-- expect: users AccessShareLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER tr BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION f();
-- migration
COMMENT ON TRIGGER tr ON users IS 'x';
-- case: create statistics
-- expect: users ShareUpdateExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
CREATE STATISTICS st ON age, email FROM users;
-- case: drop statistics
-- expect: users ShareUpdateExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE STATISTICS st ON age, email FROM users;
-- migration
DROP STATISTICS st;
-- case: analyze
-- expect: users ShareUpdateExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ANALYZE users;
-- case: analyze columns
-- expect: users ShareUpdateExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ANALYZE users (age);
-- case: analyze a partitioned table
-- expect: events ShareUpdateExclusiveLock; events_1 ShareUpdateExclusiveLock; events_2 ShareUpdateExclusiveLock; events_rest ShareUpdateExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- migration
ANALYZE events;
-- case: vacuum
-- transaction: none
-- expect: users ShareUpdateExclusiveLock
-- untraced: a lock that is held for a moment is not always seen from a second session
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
VACUUM users;
-- case: vacuum in a transaction
-- expect: fails 25001
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
BEGIN;
VACUUM users;
COMMIT;
-- case: vacuum full
-- transaction: none
-- expect: users AccessExclusiveLock; users_email AccessExclusiveLock; users_pkey AccessExclusiveLock; scans users; rewrites users; rewrites users_email; rewrites users_pkey
-- untraced: a lock that is held for a moment is not always seen from a second session
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
VACUUM FULL users;
-- case: lock a table
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
LOCK TABLE users;
-- case: lock a table in a mode
-- expect: users ShareLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
LOCK TABLE users IN SHARE MODE;
-- case: lock a table without waiting
-- expect: users ExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
LOCK TABLE users IN EXCLUSIVE MODE NOWAIT;
-- case: lock a partitioned table
-- expect: events AccessExclusiveLock; events_1 AccessExclusiveLock; events_2 AccessExclusiveLock; events_rest AccessExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- migration
LOCK TABLE events;
-- case: lock a view
-- expect: users AccessExclusiveLock; v AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE VIEW v AS SELECT id FROM users;
-- migration
LOCK TABLE v;
-- case: lock outside a transaction
-- transaction: none
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
LOCK TABLE users;
-- case: grant
-- on: 14-17
-- expect:
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
GRANT SELECT ON users TO PUBLIC;
-- case: grant
-- on: 18
-- expect: users AccessShareLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
GRANT SELECT ON users TO PUBLIC;
-- case: revoke
-- on: 14-17
-- expect:
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
REVOKE SELECT ON users FROM PUBLIC;
-- case: revoke
-- on: 18
-- expect: users AccessShareLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
REVOKE SELECT ON users FROM PUBLIC;
-- case: grant on all tables
-- expect:
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
GRANT SELECT ON ALL TABLES IN SCHEMA public TO PUBLIC;
-- case: change default privileges
-- expect:
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;
