ALTER TABLE users ADD COLUMN name TEXT CHECK (name <> '');
