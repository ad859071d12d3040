CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  name TEXT
);
CREATE UNIQUE INDEX users_mail ON users (lower(email), length(name) DESC) WHERE name <> '';
