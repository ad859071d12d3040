CREATE TABLE notes (id integer PRIMARY KEY, owner text NOT NULL, body text);
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
CREATE TABLE members (who text PRIMARY KEY);
CREATE POLICY members_only ON notes USING (EXISTS (SELECT 1 FROM members m WHERE m.who = notes.owner));
