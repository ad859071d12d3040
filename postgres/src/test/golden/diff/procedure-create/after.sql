CREATE PROCEDURE clean(INOUT done integer, more text DEFAULT 'x') LANGUAGE plpgsql AS $$ BEGIN done := 1; END $$;
COMMENT ON PROCEDURE clean IS 'cleans';
REVOKE ALL ON PROCEDURE clean FROM PUBLIC;
