CREATE FUNCTION code() RETURNS text LANGUAGE sql AS 'SELECT ''a''';
CREATE TABLE items (id integer PRIMARY KEY, code text DEFAULT code() NOT NULL);
