ALTER TABLE users ADD COLUMN anything;
