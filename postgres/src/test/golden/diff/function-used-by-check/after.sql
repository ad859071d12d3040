CREATE FUNCTION fine(word text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT word <> ''''';
CREATE TABLE items (id integer PRIMARY KEY, name text CONSTRAINT fine CHECK (fine(name)));
COMMENT ON CONSTRAINT fine ON items IS 'is fine';
