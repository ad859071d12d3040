CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  name TEXT,
  balance REAL DEFAULT -1.5,
  raw BLOB DEFAULT x'00ff'
);
