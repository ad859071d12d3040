-- case: the column may be NULL
-- expect: t AccessExclusiveLock; scans t
-- setup
CREATE TABLE t (a int);
CREATE UNIQUE INDEX t_pkey ON t (a);
-- migration
ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_pkey; -- finds: primary-key-using-index-scans-table
-- case: control, it may not
-- setup
CREATE TABLE t (a int NOT NULL);
CREATE UNIQUE INDEX t_pkey ON t (a);
-- migration
ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_pkey;
-- case: control, a check proves it
-- setup
CREATE TABLE t (a int, CHECK (a IS NOT NULL));
CREATE UNIQUE INDEX t_pkey ON t (a);
-- migration
ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_pkey;
