CREATE TYPE pair AS (a integer, b integer);
CREATE FUNCTION pair_text(p pair) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT (p).a || ''-'' || (p).b';
