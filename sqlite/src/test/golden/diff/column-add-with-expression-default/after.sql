CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  name TEXT,
  token TEXT DEFAULT (lower('ABC'))
);
