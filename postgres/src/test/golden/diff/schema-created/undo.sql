DROP TABLE app.t;
DROP SCHEMA app;
CREATE SCHEMA old;
CREATE TABLE old.t (
  id integer
);
