CREATE FUNCTION shout(words text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT upper(words)';
CREATE TABLE items (id integer PRIMARY KEY, name text, loud text GENERATED ALWAYS AS (shout(name)) STORED);
