CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, secret text);
CREATE TABLE notes (id integer PRIMARY KEY, owner text NOT NULL, body text);
CREATE PUBLICATION a_few FOR TABLE users;
