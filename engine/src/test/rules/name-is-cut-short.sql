-- case: 64 bytes
-- migration
CREATE TABLE a123456789b123456789c123456789d123456789e123456789f123456789g123 (a int); -- finds: name-is-cut-short
-- case: 40 letters, 80 bytes
-- migration
CREATE TABLE t ("ääääääääääääääääääääääääääääääääääääääää" int); -- finds: name-is-cut-short
-- case: control, 63 bytes, and long texts that are no names
-- migration
CREATE TABLE a123456789b123456789c123456789d123456789e123456789f123456789g12 (a int);
COMMENT ON TABLE a123456789b123456789c123456789d123456789e123456789f123456789g12 IS 'a text that is much longer than any name may be, which nobody minds';
