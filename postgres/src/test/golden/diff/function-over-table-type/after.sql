CREATE TABLE t (a int, b text, c int);
CREATE FUNCTION label(t) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT $1.b $$;
