CREATE FUNCTION me(b integer) RETURNS text LANGUAGE sql STABLE AS 'SELECT current_user::text';
CREATE TABLE notes (id integer PRIMARY KEY, owner text NOT NULL, body text);
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON notes FOR SELECT TO anon, authenticated USING (owner = me(1));
COMMENT ON POLICY own ON notes IS 'only one''s own';
