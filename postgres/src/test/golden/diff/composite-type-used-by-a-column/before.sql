CREATE TYPE pair AS (a int, b text);
CREATE TABLE t (p pair);
CREATE FUNCTION f(pair) RETURNS int LANGUAGE sql AS 'SELECT ($1).a';
