CREATE TABLE kv (k TEXT PRIMARY KEY, v ANY) STRICT, WITHOUT ROWID;
INSERT INTO kv VALUES ('a', 1), ('b', x'00ff'), ('c', 'text'), ('d', 1.5);
