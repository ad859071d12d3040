-- case: any
-- setup
CREATE FUNCTION watch() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
-- migration
CREATE EVENT TRIGGER watcher ON ddl_command_end EXECUTE FUNCTION watch(); -- finds: event-trigger-meets-every-change
-- case: control, its function alone
-- migration
CREATE FUNCTION watch() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
