CREATE TABLE t (r int4range, CONSTRAINT apart EXCLUDE USING gist (r WITH &&) WITH (fillfactor = 70) WHERE (r IS NOT NULL));
