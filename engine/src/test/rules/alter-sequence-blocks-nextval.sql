-- case: any change
-- setup
CREATE SEQUENCE tickets;
-- migration
ALTER SEQUENCE tickets CACHE 100; -- finds: alter-sequence-blocks-nextval
-- case: control, it gives up soon
-- setup
CREATE SEQUENCE tickets;
-- migration
SET LOCAL lock_timeout = '2s';
ALTER SEQUENCE tickets CACHE 100;
-- case: control, the sequence is new
-- migration
CREATE SEQUENCE tickets;
ALTER SEQUENCE tickets CACHE 100;
