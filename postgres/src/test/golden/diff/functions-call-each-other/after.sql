SET check_function_bodies = off;
CREATE FUNCTION aa(n integer) RETURNS integer LANGUAGE sql AS 'SELECT CASE WHEN n > 0 THEN zz(n - 1) ELSE 0 END';
CREATE FUNCTION zz(n integer) RETURNS integer LANGUAGE sql AS 'SELECT CASE WHEN n > 0 THEN aa(n - 1) ELSE 0 END';
