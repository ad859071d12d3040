CREATE FUNCTION shout(t text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT upper(t)';
CREATE TABLE items (id integer PRIMARY KEY, name text, loud text GENERATED ALWAYS AS (shout(name)) STORED);
