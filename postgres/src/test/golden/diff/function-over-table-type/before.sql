CREATE TABLE t (a int, b text);
CREATE FUNCTION label(t) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT $1.b $$;
CREATE INDEX t_label ON t (label(t));
