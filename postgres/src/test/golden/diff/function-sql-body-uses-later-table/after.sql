CREATE TABLE zzz (id integer PRIMARY KEY, n integer);
CREATE FUNCTION aaa() RETURNS bigint LANGUAGE sql STABLE AS 'SELECT sum(n) FROM public.zzz';
CREATE FUNCTION bbb() RETURNS bigint LANGUAGE sql STABLE AS 'SELECT public.aaa() + 1';
