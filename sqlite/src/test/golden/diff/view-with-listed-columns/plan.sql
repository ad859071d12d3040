DROP VIEW w;
DROP VIEW v;
CREATE VIEW v AS
SELECT id, name FROM users;
CREATE VIEW w (c, b, a) AS
SELECT * FROM users;
CREATE VIEW x (id, other, n, "upper(name)") AS
SELECT u.id, u.name IS DISTINCT FROM 'x' AS other, count(*) n, upper(name) FROM main.users AS u GROUP BY 1;
