-- case: keys by every name
-- migration
CREATE TABLE a (id int PRIMARY KEY); -- finds: integer-key-runs-out
CREATE TABLE b (id smallserial); -- finds: integer-key-runs-out
CREATE TABLE c (id serial); -- finds: integer-key-runs-out
CREATE TABLE d (id int GENERATED ALWAYS AS IDENTITY); -- finds: integer-key-runs-out
CREATE TABLE e (
  id int4, -- finds: integer-key-runs-out
  PRIMARY KEY (id)
);
-- case: control, large ones, parts of larger keys and plain numbers
-- migration
CREATE TABLE a (id bigint PRIMARY KEY, count int);
CREATE TABLE b (id bigserial, n int, PRIMARY KEY (id, n));
