-- case: create a view
-- expect: users AccessShareLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
CREATE VIEW w AS SELECT id FROM users;
-- case: create a view of two tables
-- expect: parents AccessShareLock; users AccessShareLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE TABLE parents (id int8);
-- migration
CREATE VIEW w AS SELECT u.id FROM users u JOIN parents p ON p.id = u.id;
-- case: create a view of a view
-- expect: v AccessShareLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE VIEW v AS SELECT id, email FROM users;
-- migration
CREATE VIEW w AS SELECT id FROM v;
-- case: replace a view
-- expect: users AccessShareLock; v AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE VIEW v AS SELECT id, email FROM users;
-- migration
CREATE OR REPLACE VIEW v AS SELECT id, email, age FROM users;
-- case: drop a view
-- expect: v AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE VIEW v AS SELECT id, email FROM users;
-- migration
DROP VIEW v;
-- case: drop a view that a view reads
-- expect: fails 2BP01
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE VIEW v AS SELECT id, email FROM users;
CREATE VIEW w AS SELECT id FROM v;
-- migration
DROP VIEW v;
-- case: drop a view that a view reads, CASCADE
-- expect: v AccessExclusiveLock; w AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE VIEW v AS SELECT id, email FROM users;
CREATE VIEW w AS SELECT id FROM v;
-- migration
DROP VIEW v CASCADE;
-- case: rename a view
-- expect: v AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE VIEW v AS SELECT id, email FROM users;
-- migration
ALTER VIEW v RENAME TO w;
-- case: set an option of a view
-- expect: v AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE VIEW v AS SELECT id, email FROM users;
-- migration
ALTER VIEW v SET (security_barrier = true);
-- case: set a default of a view
-- expect: v AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE VIEW v AS SELECT id, email FROM users;
-- migration
ALTER VIEW v ALTER COLUMN id SET DEFAULT 1;
-- case: move a view
-- expect: v AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE VIEW v AS SELECT id, email FROM users;
CREATE SCHEMA app;
-- migration
ALTER VIEW v SET SCHEMA app;
-- case: set the owner of a view
-- expect: v AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE VIEW v AS SELECT id, email FROM users;
-- migration
ALTER VIEW v OWNER TO CURRENT_USER;
-- case: rename a column of a view
-- expect: v AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE VIEW v AS SELECT id, email FROM users;
-- migration
ALTER VIEW v RENAME COLUMN email TO mail;
-- case: create a materialized view
-- expect: users AccessShareLock; scans users
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
CREATE MATERIALIZED VIEW n AS SELECT id FROM users;
-- case: create a materialized view without data
-- expect: users AccessShareLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
CREATE MATERIALIZED VIEW n AS SELECT id FROM users WITH NO DATA;
-- case: refresh a materialized view
-- expect: m AccessExclusiveLock; m_id AccessExclusiveLock; users AccessShareLock; scans m; scans users; rewrites m; rewrites m_id
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE MATERIALIZED VIEW m AS SELECT id, email FROM users;
CREATE UNIQUE INDEX m_id ON m (id);
-- migration
REFRESH MATERIALIZED VIEW m;
-- case: refresh a materialized view without data
-- expect: m AccessExclusiveLock; m_id AccessExclusiveLock; scans m; rewrites m; rewrites m_id
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE MATERIALIZED VIEW m AS SELECT id, email FROM users;
CREATE UNIQUE INDEX m_id ON m (id);
-- migration
REFRESH MATERIALIZED VIEW m WITH NO DATA;
-- case: refresh a materialized view concurrently
-- expect: m ExclusiveLock; users AccessShareLock; scans m; scans users
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE MATERIALIZED VIEW m AS SELECT id, email FROM users;
CREATE UNIQUE INDEX m_id ON m (id);
-- migration
REFRESH MATERIALIZED VIEW CONCURRENTLY m;
-- case: refresh a materialized view concurrently without a unique index
-- expect: fails 55000
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE MATERIALIZED VIEW m AS SELECT id, email FROM users;
-- migration
REFRESH MATERIALIZED VIEW CONCURRENTLY m;
-- case: drop a materialized view
-- expect: m AccessExclusiveLock; m_id AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE MATERIALIZED VIEW m AS SELECT id, email FROM users;
CREATE UNIQUE INDEX m_id ON m (id);
-- migration
DROP MATERIALIZED VIEW m;
-- case: rename a materialized view
-- expect: m AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE MATERIALIZED VIEW m AS SELECT id, email FROM users;
CREATE UNIQUE INDEX m_id ON m (id);
-- migration
ALTER MATERIALIZED VIEW m RENAME TO n;
-- case: set an option of a materialized view
-- expect: m ShareUpdateExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE MATERIALIZED VIEW m AS SELECT id, email FROM users;
CREATE UNIQUE INDEX m_id ON m (id);
-- migration
ALTER MATERIALIZED VIEW m SET (autovacuum_enabled = false);
