CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, secret text);
CREATE EXTENSION pg_trgm;
CREATE INDEX users_email_trgm ON users USING gin (email gin_trgm_ops);
