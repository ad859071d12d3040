-- case: the triggers go with it
-- setup
CREATE TABLE users (id int8);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER touched BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();
-- migration
DROP FUNCTION touch() CASCADE; -- finds: drop-function-used-by-trigger
-- case: refused without the word
-- setup
CREATE TABLE users (id int8);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER touched BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();
-- migration
DROP FUNCTION touch(); -- finds: drop-function-used-by-trigger
-- case: control, nothing calls it
-- setup
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
-- migration
DROP FUNCTION touch();
