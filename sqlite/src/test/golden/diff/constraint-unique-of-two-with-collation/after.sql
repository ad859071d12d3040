CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  name TEXT,
  CONSTRAINT one_each UNIQUE (email COLLATE NOCASE, name)
);
