CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, secret varchar(20));
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
CREATE TRIGGER touched BEFORE UPDATE OF secret ON users FOR EACH ROW WHEN (new.secret IS NOT NULL) EXECUTE FUNCTION touch();
ALTER TABLE users DISABLE TRIGGER touched;
