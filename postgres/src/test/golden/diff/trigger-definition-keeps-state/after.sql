CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, secret text);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
CREATE TRIGGER touched BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();
ALTER TABLE users DISABLE TRIGGER touched;
COMMENT ON TRIGGER touched ON users IS 'touches';
