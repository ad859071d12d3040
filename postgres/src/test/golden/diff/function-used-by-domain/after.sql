CREATE FUNCTION fine(t text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT t <> ''''';
CREATE DOMAIN word AS text CONSTRAINT is_fine CHECK (fine(VALUE));
COMMENT ON CONSTRAINT is_fine ON DOMAIN word IS 'fine words';
