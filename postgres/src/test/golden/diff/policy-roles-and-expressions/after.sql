CREATE TABLE notes (id integer PRIMARY KEY, owner text NOT NULL, body text);
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON notes TO authenticated, service_role USING ((owner = current_user) OR (id = 1)) WITH CHECK (id > 1);
