CREATE TABLE rows (key TEXT PRIMARY KEY, action TEXT, first INT, plan, CHECK (action <> key));
INSERT INTO rows VALUES ('k', 'a', 1, 2);
CREATE TRIGGER after_key AFTER UPDATE OF key ON rows FOR EACH ROW BEGIN UPDATE rows SET first = first + 1, action = CASE WHEN first > 1 THEN 'x' ELSE plan END; END;
