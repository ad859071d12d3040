CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  name TEXT
);
CREATE TABLE t (name);
CREATE INDEX by_name ON t (name);
