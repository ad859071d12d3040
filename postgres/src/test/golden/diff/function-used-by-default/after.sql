CREATE FUNCTION code(len integer DEFAULT 3) RETURNS varchar LANGUAGE sql AS 'SELECT ''a''::varchar';
CREATE TABLE items (id integer PRIMARY KEY, code text DEFAULT code(4) NOT NULL);
