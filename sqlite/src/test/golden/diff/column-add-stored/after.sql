CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  name TEXT,
  lower_email TEXT GENERATED ALWAYS AS (lower(email)) STORED
);
