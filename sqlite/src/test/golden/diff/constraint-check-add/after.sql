CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  name TEXT,
  CONSTRAINT mail_has_at CHECK (email LIKE '%@%')
);
