CREATE SCHEMA extensions;
CREATE EXTENSION citext WITH SCHEMA extensions;
CREATE TABLE people (id integer PRIMARY KEY, mail extensions.citext NOT NULL);
