CREATE TABLE parents (code TEXT, name TEXT);
CREATE TABLE children (id INTEGER PRIMARY KEY, code TEXT);
INSERT INTO parents VALUES ('x', 'X'); INSERT INTO children VALUES (1, 'x');
