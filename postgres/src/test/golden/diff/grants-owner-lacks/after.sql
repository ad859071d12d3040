CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, secret text);
REVOKE INSERT, DELETE ON users FROM CURRENT_USER;
