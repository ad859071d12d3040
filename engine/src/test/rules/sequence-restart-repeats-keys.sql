-- case: a sequence
-- setup
CREATE SEQUENCE tickets;
-- migration
ALTER SEQUENCE tickets RESTART; -- finds: sequence-restart-repeats-keys
-- case: that of an identity column
-- setup
CREATE TABLE users (id int8 GENERATED ALWAYS AS IDENTITY);
-- migration
ALTER TABLE users ALTER COLUMN id RESTART WITH 1; -- finds: sequence-restart-repeats-keys
-- case: set to a fixed value
-- setup
CREATE SEQUENCE tickets;
-- migration
SELECT setval('tickets', 1); -- finds: sequence-restart-repeats-keys
-- case: control, it goes by the rows that are there
-- setup
CREATE TABLE users (id int8 GENERATED ALWAYS AS IDENTITY);
-- migration
SELECT setval(pg_get_serial_sequence('users', 'id'), (SELECT max(id) FROM users));
-- case: control, another change
-- setup
CREATE SEQUENCE tickets;
-- migration
ALTER SEQUENCE tickets CACHE 100;
