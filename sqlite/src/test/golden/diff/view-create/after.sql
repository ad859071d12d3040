CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  name TEXT
);
CREATE VIEW v AS SELECT id, upper(name) FROM users;
CREATE VIEW w (a, b) AS SELECT * FROM v;
