CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email VARCHAR(200) NOT NULL,
  name TEXT
);
CREATE TABLE notes (id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE, text TEXT);
CREATE UNIQUE INDEX users_email ON users (lower(email)) WHERE name IS NOT NULL;
CREATE VIEW named AS SELECT id, name FROM users WHERE name IS NOT NULL;
CREATE VIEW first_named AS SELECT min(id) AS id FROM named;
CREATE TABLE log (what TEXT);
CREATE TRIGGER users_log AFTER UPDATE ON users BEGIN INSERT INTO log VALUES (OLD.email || ' -> ' || NEW.email); END;
CREATE TRIGGER notes_touch AFTER INSERT ON notes BEGIN UPDATE users SET name = name WHERE id = NEW.user_id; END;
CREATE TRIGGER named_delete INSTEAD OF DELETE ON named BEGIN DELETE FROM users WHERE id = OLD.id; END;
