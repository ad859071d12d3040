DROP VIEW x;
DROP VIEW w;
DROP VIEW v;
CREATE VIEW v (name, id) AS
SELECT id, name FROM users;
CREATE VIEW w (a, b, c) AS
SELECT * FROM users;
