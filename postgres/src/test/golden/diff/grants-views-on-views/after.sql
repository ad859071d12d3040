-- since 15
CREATE TABLE users (id bigint PRIMARY KEY, email text NOT NULL, secret text);
CREATE VIEW a AS SELECT id, secret FROM users;
CREATE VIEW b WITH (security_invoker = true) AS SELECT * FROM a;
CREATE MATERIALIZED VIEW c AS SELECT id FROM b;
CREATE UNIQUE INDEX c_id ON c (id);
GRANT SELECT ON a TO anon;
GRANT SELECT, INSERT ON b TO authenticated;
GRANT SELECT ON c TO service_role;
COMMENT ON MATERIALIZED VIEW c IS 'third';
ALTER VIEW b OWNER TO app_owner;
