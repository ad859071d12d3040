CREATE TABLE notes (id integer PRIMARY KEY, owner text NOT NULL, body text);
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
CREATE POLICY "Own notes" ON notes FOR ALL TO authenticated USING (owner = current_user) WITH CHECK (owner = current_user AND body <> '');
CREATE POLICY readable ON notes FOR SELECT USING (true);
CREATE POLICY fence ON notes AS RESTRICTIVE FOR UPDATE TO PUBLIC USING (id > 0);
CREATE POLICY adds ON notes FOR INSERT WITH CHECK (id > 0);
CREATE POLICY removes ON notes FOR DELETE TO service_role USING (true);
COMMENT ON POLICY readable ON notes IS 'all may read';
