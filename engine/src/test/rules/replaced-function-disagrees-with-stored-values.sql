-- case: an index has its results
-- setup
CREATE FUNCTION folded(text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT pg_catalog.lower($1) $$;
CREATE TABLE users (id int8, name text);
CREATE INDEX users_name ON users (folded(name));
-- migration
CREATE OR REPLACE FUNCTION folded(text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT pg_catalog.upper($1) $$; -- finds: replaced-function-disagrees-with-stored-values
-- case: a check asked it
-- setup
CREATE FUNCTION fine(text) RETURNS bool LANGUAGE sql IMMUTABLE AS $$ SELECT $1 <> '' $$;
CREATE TABLE users (id int8, name text CHECK (fine(name)));
-- migration
CREATE OR REPLACE FUNCTION fine(text) RETURNS bool LANGUAGE sql IMMUTABLE AS $$ SELECT $1 <> 'x' $$; -- finds: replaced-function-disagrees-with-stored-values
-- case: no longer immutable
-- setup
CREATE FUNCTION folded(text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT pg_catalog.lower($1) $$;
CREATE TABLE users (id int8, name text);
CREATE INDEX users_name ON users (folded(name));
-- migration
ALTER FUNCTION folded(text) VOLATILE; -- finds: replaced-function-disagrees-with-stored-values
-- case: control, nothing keeps its results
-- setup
CREATE FUNCTION folded(text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT pg_catalog.lower($1) $$;
-- migration
CREATE OR REPLACE FUNCTION folded(text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT pg_catalog.upper($1) $$;
