CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, secret text);
CREATE PUBLICATION a_few FOR TABLE users;
