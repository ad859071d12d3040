-- since 15
CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, secret text);
CREATE TABLE notes (id integer PRIMARY KEY, owner text NOT NULL, body text);
CREATE PUBLICATION a_few FOR TABLE notes WHERE (id > 1), users (email, id);
