-- What only SQLite would keep: values of any class in any column, keys of every kind, names that need quotes.
CREATE TABLE classes (id INTEGER PRIMARY KEY, a_int INT, a_big BIGINT, a_real REAL, a_text TEXT, a_blob BLOB,
  a_numeric NUMERIC(12, 2), a_decimal DECIMAL, a_bool BOOLEAN, a_date DATE, a_datetime DATETIME, a_varchar VARCHAR(20), untyped);
INSERT INTO classes (id) VALUES (1);
INSERT INTO classes VALUES
  (2, 1, 9223372036854775807, 1.5, 'text', x'00ff10', 10.50, 1, 1, '2026-11-20', '2026-11-20 17:30:00', 'v', 'any'),
  (3, -1, -9223372036854775808, -1e308, '', x'', 9007199254740993, '0.1', 0, '0001-01-01', '1970-01-01 00:00:00', '', 7),
  (4, 0, 0, 5e-324, 'Grüße, 漢字, 🙂', zeroblob(70000), -0.0, 12345678901234567, 1, '9999-12-31', '2026-11-20 17:30:00.123', 'ä', 1.25),
  (5, 2147483648, 1, 9e999, char(10, 9, 92) || '\N \.', x'5c', 0.1, 1e300, 0, '2000-02-29', '2000-01-01 00:00:00', '''"', x'00'),
  (6, 7, 7, -9e999, ' ', x'20', 3, 0, NULL, NULL, NULL, NULL, NULL),
  (7, 7, 7, 0.1 + 0.2, 'NULL', x'4e554c4c', 100000000000000000000, -0.5, 1, '2026-01-01', '2026-01-01 00:00:00', 'n', -0.0),
  (8, 1, 1, 2.2250738585072014e-308, 'x', x'01', 1, 1, 0, '2026-01-02', '2026-01-02 00:00:00', 'n', 1e15);
CREATE TABLE rowid_only (a TEXT, b INTEGER);
INSERT INTO rowid_only WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
  SELECT 'a' || (i % 9), i % 11 FROM n;
CREATE TABLE without_rowid (a TEXT, b INTEGER, c BLOB, PRIMARY KEY (a, b)) WITHOUT ROWID;
INSERT INTO without_rowid WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
  SELECT 'k' || (i % 50), i, randomblob(i % 40) FROM n;
CREATE TABLE strict_one (id INTEGER PRIMARY KEY, i INT, r REAL, t TEXT, b BLOB, a ANY) STRICT;
INSERT INTO strict_one VALUES (1, 1, 1.0, 't', x'01', 1), (2, NULL, NULL, NULL, NULL, 'x'), (3, 3, 3.5, '3', x'03', 3.5);
CREATE TABLE counted (id INTEGER PRIMARY KEY AUTOINCREMENT, note TEXT);
INSERT INTO counted (note) VALUES ('a'), ('b'), ('c');
DELETE FROM counted WHERE id = 3;
CREATE TABLE "Odd ""Name""; --" ("select" INTEGER PRIMARY KEY, "Mixed Case" TEXT, "naïve 漢字" TEXT);
INSERT INTO "Odd ""Name""; --" VALUES (1, 'a', 'b'), (2, NULL, '');
CREATE TABLE parents (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE COLLATE NOCASE);
CREATE TABLE children (id INTEGER PRIMARY KEY, parent_id INTEGER NOT NULL REFERENCES parents (id) ON DELETE CASCADE, next_id INTEGER REFERENCES children (id));
INSERT INTO parents VALUES (1, 'Ada'), (2, 'bob');
INSERT INTO children VALUES (1, 1, 2), (2, 1, 3), (3, 2, 1);
CREATE INDEX children_parent ON children (parent_id);
CREATE UNIQUE INDEX children_next ON children (next_id) WHERE next_id IS NOT NULL;
CREATE TABLE generated (id INTEGER PRIMARY KEY, a INT, doubled INT GENERATED ALWAYS AS (a * 2) STORED, tripled INT AS (a * 3));
INSERT INTO generated (id, a) VALUES (1, 1), (2, NULL), (3, 3);
CREATE TABLE empty (id INTEGER PRIMARY KEY);
CREATE VIEW adults AS SELECT name FROM parents;
CREATE TABLE log (what TEXT);
CREATE TRIGGER parents_log AFTER INSERT ON parents BEGIN INSERT INTO log VALUES (new.name); END;
INSERT INTO parents VALUES (3, 'logged');
