CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  phone TEXT,
  email TEXT NOT NULL,
  name TEXT
);
