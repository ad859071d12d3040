CREATE TABLE t (id int, v text);
CREATE TABLE log (v text);
CREATE RULE r AS ON DELETE TO t DO ALSO INSERT INTO log VALUES (old.v);
