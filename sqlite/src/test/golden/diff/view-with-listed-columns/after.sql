CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  name TEXT
);
CREATE VIEW v (id, name) AS SELECT id, name FROM users;
CREATE VIEW w (c, b, a) AS SELECT * FROM users;
CREATE VIEW x AS SELECT u.id, u.name IS DISTINCT FROM 'x' AS other, count(*) n, upper(name)  FROM main.users AS u GROUP BY 1;
