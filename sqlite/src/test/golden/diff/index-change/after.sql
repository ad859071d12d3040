CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  name TEXT
);
CREATE INDEX users_name ON users (name DESC, email COLLATE NOCASE);
