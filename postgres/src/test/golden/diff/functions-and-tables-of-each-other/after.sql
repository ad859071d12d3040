CREATE FUNCTION next_no() RETURNS bigint LANGUAGE plpgsql AS $$ BEGIN RETURN (SELECT count(*) + 1 FROM items); END $$;
CREATE TABLE items (id bigint DEFAULT next_no() PRIMARY KEY, name text);
CREATE FUNCTION first_item() RETURNS items LANGUAGE sql AS 'SELECT * FROM items LIMIT 1';
CREATE VIEW firsts AS SELECT (first_item()).name AS name;
