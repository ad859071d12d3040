CREATE TABLE t (rowid TEXT, oid TEXT, x INT);
INSERT INTO t (_rowid_, rowid, oid, x) VALUES (12, 'r', 'o', 1);
