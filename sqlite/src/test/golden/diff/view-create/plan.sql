CREATE VIEW v (id, "upper(name)") AS
SELECT id, upper(name) FROM users;
CREATE VIEW w (a, b) AS
SELECT * FROM v;
