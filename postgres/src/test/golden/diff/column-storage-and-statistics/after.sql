CREATE TABLE t (a text, b text, c text COMPRESSION pglz);
ALTER TABLE t ALTER b SET STORAGE MAIN, ALTER a SET STATISTICS 5, ALTER c SET (n_distinct = 20, n_distinct_inherited = 5);
