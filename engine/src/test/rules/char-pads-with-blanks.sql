-- case: with and without a length
-- migration
CREATE TABLE t (
  a char(2), -- finds: char-pads-with-blanks
  b character, -- finds: char-pads-with-blanks
  c bpchar -- finds: char-pads-with-blanks
);
-- case: control
-- migration
CREATE TABLE t (a text CHECK (length(a) = 2), b varchar(2), c "char");
