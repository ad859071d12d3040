-- case: a trigger that fires
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER touched BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();
-- migration
DROP TRIGGER touched ON users; -- finds: drop-trigger-locks-readers
-- case: another name for it
-- setup
CREATE TABLE users (id int8);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER touched BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();
-- migration
ALTER TRIGGER touched ON users RENAME TO changed; -- finds: drop-trigger-locks-readers
-- case: control, it was disabled before
-- setup
CREATE TABLE users (id int8);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER touched BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();
ALTER TABLE users DISABLE TRIGGER touched;
-- migration
DROP TRIGGER touched ON users;
-- case: control, the table is new
-- setup
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
-- migration
CREATE TABLE users (id int8);
CREATE TRIGGER touched BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();
DROP TRIGGER touched ON users;
