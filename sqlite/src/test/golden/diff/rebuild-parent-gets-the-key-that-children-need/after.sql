CREATE TABLE parents (code TEXT UNIQUE, name TEXT);
CREATE TABLE children (id INTEGER PRIMARY KEY, code TEXT REFERENCES parents (code));
