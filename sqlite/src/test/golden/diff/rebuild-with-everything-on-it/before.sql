CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  name TEXT
);
CREATE TABLE notes (id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE, text TEXT);
INSERT INTO users (id, email, name) VALUES (1, 'ana@example.org', 'Ana'), (2, 'ben@example.org', NULL), (7, 'o''neil@example.org', 'Ünal');
INSERT INTO notes VALUES (1, 1, 'a'), (2, 1, 'b'), (3, 7, 'c');
CREATE UNIQUE INDEX users_email ON users (lower(email)) WHERE name IS NOT NULL;
CREATE VIEW named AS SELECT id, name FROM users WHERE name IS NOT NULL;
CREATE VIEW first_named AS SELECT min(id) AS id FROM named;
CREATE TABLE log (what TEXT);
CREATE TRIGGER users_log AFTER UPDATE ON users BEGIN INSERT INTO log VALUES (OLD.email || ' -> ' || NEW.email); END;
CREATE TRIGGER notes_touch AFTER INSERT ON notes BEGIN UPDATE users SET name = name WHERE id = NEW.user_id; END;
CREATE TRIGGER named_delete INSTEAD OF DELETE ON named BEGIN DELETE FROM users WHERE id = OLD.id; END;
