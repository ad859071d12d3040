CREATE FUNCTION shout(words text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT upper(words)';
CREATE TABLE items (id integer PRIMARY KEY, name text);
CREATE INDEX items_shout ON items (shout(name)) WHERE shout(name) <> 'X';
COMMENT ON INDEX items_shout IS 'loud';
