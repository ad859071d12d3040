CREATE TABLE notes (text TEXT);
INSERT INTO notes (rowid, text) VALUES (5, 'five'), (9, 'nine');
CREATE TABLE pointers (note_rowid INTEGER);
INSERT INTO pointers VALUES (9);
