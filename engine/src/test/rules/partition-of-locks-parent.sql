-- case: the partitioned table is in use
-- expect: events AccessExclusiveLock
-- setup
CREATE TABLE events (id int8, at date) PARTITION BY RANGE (at);
-- migration
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2024-02-01') TO ('2024-03-01'); -- finds: partition-of-locks-parent
-- case: with keys, checks, defaults, triggers and what is computed
-- setup
CREATE TABLE users (id int8 PRIMARY KEY);
CREATE TABLE events (id int8 DEFAULT 7 CHECK (id > 0), at date, user_id int8 REFERENCES users, twice int8 GENERATED ALWAYS AS (id * 2) STORED, note text NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE INDEX ON events (note);
CREATE UNIQUE INDEX events_note ON events (note, at) WHERE note <> '';
ALTER TABLE events ALTER COLUMN note SET STORAGE external;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER touched BEFORE UPDATE ON events FOR EACH ROW EXECUTE FUNCTION touch();
-- migration
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2024-02-01') TO ('2024-03-01'); -- finds: partition-of-locks-parent
-- case: with an identity column
-- setup
CREATE TABLE events (id int8 GENERATED ALWAYS AS IDENTITY, at date) PARTITION BY RANGE (at);
-- migration
CREATE UNLOGGED TABLE events_2 PARTITION OF events FOR VALUES FROM ('2024-02-01') TO ('2024-03-01'); -- finds: partition-of-locks-parent
-- case: the default partition itself
-- setup
CREATE TABLE events (id int8, at date) PARTITION BY RANGE (at);
-- migration
CREATE TABLE events_rest PARTITION OF events DEFAULT; -- finds: partition-of-locks-parent
-- case: control, the partitioned table is new
-- migration
CREATE TABLE events (id int8, at date) PARTITION BY RANGE (at);
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2024-02-01') TO ('2024-03-01');
-- case: control, made apart and attached
-- setup
CREATE TABLE events (id int8, at date) PARTITION BY RANGE (at);
-- migration
CREATE TABLE events_2 (LIKE events INCLUDING DEFAULTS INCLUDING CONSTRAINTS);
ALTER TABLE events ATTACH PARTITION events_2 FOR VALUES FROM ('2024-02-01') TO ('2024-03-01');
