CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  name TEXT
);
create index if not exists users_name on users ( name COLLATE NOCASE DESC ); -- the same
