CREATE TABLE notes (text TEXT NOT NULL);
CREATE TABLE pointers (note_rowid INTEGER);
