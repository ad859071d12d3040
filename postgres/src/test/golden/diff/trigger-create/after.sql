CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, secret text);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
CREATE TRIGGER touched BEFORE INSERT OR UPDATE OF email ON users FOR EACH ROW WHEN (new.email IS NOT NULL) EXECUTE FUNCTION touch();
COMMENT ON TRIGGER touched ON users IS 'touches';
