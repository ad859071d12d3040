CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  name TEXT
);
CREATE TABLE notes (id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE, text TEXT);
INSERT INTO users (id, email, name) VALUES (1, 'ana@example.org', 'Ana'), (2, 'ben@example.org', NULL), (7, 'o''neil@example.org', 'Ünal');
INSERT INTO notes VALUES (1, 1, 'a'), (2, 1, 'b'), (3, 7, 'c');
CREATE TABLE old (x);
INSERT INTO old VALUES (1);
CREATE VIEW v AS SELECT x FROM old;
