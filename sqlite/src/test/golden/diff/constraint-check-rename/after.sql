CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  name TEXT,
  CONSTRAINT b CHECK (length(email) > 3)
);
