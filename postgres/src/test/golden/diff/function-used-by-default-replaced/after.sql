CREATE FUNCTION code(b integer) RETURNS text LANGUAGE sql AS 'SELECT ''a''';
CREATE TABLE items (id integer PRIMARY KEY, code text DEFAULT code(1) NOT NULL);
