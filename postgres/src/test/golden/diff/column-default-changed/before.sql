CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TABLE t (a int DEFAULT 1, b int, c int DEFAULT f(), d text DEFAULT 'gone');
