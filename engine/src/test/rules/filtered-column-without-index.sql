-- case: a view and a function
-- setup
CREATE TABLE trades (id bigint PRIMARY KEY, user_id bigint, made_at timestamptz);
-- migration
CREATE VIEW v AS SELECT id FROM trades WHERE user_id = 1; -- finds: filtered-column-without-index
CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT id FROM trades ORDER BY made_at LIMIT 1'; -- finds: filtered-column-without-index
-- case: control, an index, a key, and a query that runs once
-- setup
CREATE TABLE trades (id bigint PRIMARY KEY, user_id bigint, made_at timestamptz);
CREATE INDEX ON trades (user_id, made_at);
-- migration
CREATE VIEW v AS SELECT id FROM trades WHERE user_id = 1 AND id > 7;
SELECT id FROM trades ORDER BY made_at;
