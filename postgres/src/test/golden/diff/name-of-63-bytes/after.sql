CREATE TABLE aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa (bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb int PRIMARY KEY);
CREATE TYPE ccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc AS ENUM ('a', 'b');
CREATE TABLE t (c ccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc, "ääääääääääääääääääääääääääääääx" int);
CREATE INDEX ON t ("ääääääääääääääääääääääääääääääx");
