-- case: a table in use
-- setup
CREATE TABLE t (a int NOT NULL);
-- migration
ALTER TABLE t ADD PRIMARY KEY (a); -- finds: add-primary-key-builds-index
-- case: control, an index becomes the key
-- setup
CREATE TABLE t (a int NOT NULL);
CREATE UNIQUE INDEX t_pkey ON t (a);
-- migration
ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_pkey;
-- case: control, the table is new
-- migration
CREATE TABLE t (a int);
ALTER TABLE t ADD PRIMARY KEY (a);
