DROP TABLE old.t;
DROP SCHEMA old;
CREATE SCHEMA app;
CREATE TABLE app.t (
  id integer
);
