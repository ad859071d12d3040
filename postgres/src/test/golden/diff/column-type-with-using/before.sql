CREATE TABLE t (id int, a text DEFAULT '1', b text, c int, d jsonb, e bigint, f text[]);
