CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  name TEXT
);
INSERT INTO users (id, email, name) VALUES (1, 'ana@example.org', 'Ana'), (2, 'ben@example.org', NULL), (7, 'o''neil@example.org', 'Ünal');
CREATE VIEW v (name, id) AS SELECT id, name FROM users;
CREATE VIEW w (a, b, c) AS SELECT * FROM users;
