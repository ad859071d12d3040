DROP TABLE old.t;
DROP SCHEMA old;
CREATE SCHEMA app;
COMMENT ON SCHEMA app IS 'the application';
CREATE TABLE app.t (
  id integer
);
