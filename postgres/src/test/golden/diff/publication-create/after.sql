-- since 15
CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, secret text);
CREATE TABLE notes (id integer PRIMARY KEY, owner text NOT NULL, body text);
CREATE PUBLICATION a_few FOR TABLE users (id, email) WHERE (id > 10), notes WITH (publish = 'insert, update', publish_via_partition_root = true);
COMMENT ON PUBLICATION a_few IS 'a few';
CREATE PUBLICATION everything FOR ALL TABLES WITH (publish = 'truncate');
CREATE PUBLICATION nothing;
