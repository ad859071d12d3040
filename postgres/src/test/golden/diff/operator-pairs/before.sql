CREATE FUNCTION lt(a point, b point) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT a[0] < b[0]';
CREATE FUNCTION gt(a point, b point) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT a[0] > b[0]';
