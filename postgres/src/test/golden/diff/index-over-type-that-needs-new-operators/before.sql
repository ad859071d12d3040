CREATE TABLE t (a text, b text CHECK (b <> ''));
CREATE INDEX t_a ON t (a text_pattern_ops);
CREATE INDEX t_e ON t (length(a)) WHERE a <> '';
