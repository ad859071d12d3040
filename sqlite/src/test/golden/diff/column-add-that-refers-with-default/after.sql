CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  name TEXT,
  manager_id INTEGER DEFAULT 1 REFERENCES users (id)
);
