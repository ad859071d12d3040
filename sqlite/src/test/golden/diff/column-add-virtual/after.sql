CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  name TEXT,
  mail_domain TEXT AS (substr(email, instr(email, '@') + 1))
);
