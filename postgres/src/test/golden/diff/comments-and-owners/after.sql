CREATE TABLE t (a int CONSTRAINT pos CHECK (a > 0));
CREATE VIEW v AS SELECT a FROM t;
COMMENT ON TABLE t IS E'it''s\nnew \\ and odd';
COMMENT ON CONSTRAINT pos ON t IS 'more';
ALTER TABLE t OWNER TO app_owner;
ALTER VIEW v OWNER TO app_owner;
