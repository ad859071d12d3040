CREATE FUNCTION near(a integer, b integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT abs(a - b) < 2';
CREATE OPERATOR ~~~ (FUNCTION = near, LEFTARG = integer, RIGHTARG = integer, COMMUTATOR = ~~~);
COMMENT ON OPERATOR ~~~ (integer, integer) IS 'about the same';
CREATE VIEW close AS SELECT 1 ~~~ 2 AS is_close;
