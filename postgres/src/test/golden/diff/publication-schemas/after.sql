-- since 15
CREATE SCHEMA app;
CREATE TABLE app.t (id integer PRIMARY KEY);
CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, secret text);
CREATE PUBLICATION a_few FOR TABLES IN SCHEMA app, public;
