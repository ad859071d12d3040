CREATE TABLE a_parents (id INTEGER PRIMARY KEY);
CREATE TABLE children (id INTEGER PRIMARY KEY, parent_id REFERENCES a_parents ON DELETE CASCADE);
INSERT INTO a_parents VALUES (1); INSERT INTO children VALUES (1, 1);
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  name TEXT
);
INSERT INTO users (id, email, name) VALUES (1, 'ana@example.org', 'Ana'), (2, 'ben@example.org', NULL), (7, 'o''neil@example.org', 'Ünal');
