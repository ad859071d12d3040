CREATE FUNCTION a_first(n int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN CASE WHEN n > 0 THEN z_last(n - 1) ELSE 0 END; END $$;
CREATE FUNCTION z_last(n int) RETURNS int LANGUAGE sql AS $$ SELECT CASE WHEN n > 0 THEN a_first(n - 1) ELSE 0 END $$;
CREATE TABLE users (id int PRIMARY KEY, score int CHECK (score = z_last(score)));
