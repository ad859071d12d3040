CREATE TABLE rows (key TEXT PRIMARY KEY, action TEXT, first INT NOT NULL, plan, row INT, CHECK (action <> key AND row IS NULL));
CREATE TRIGGER after_key AFTER UPDATE OF key ON rows FOR EACH ROW BEGIN UPDATE rows SET first = first + 1, action = CASE WHEN first > 1 THEN 'x' ELSE plan END; END;
