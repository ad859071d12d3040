-- since 18
CREATE TABLE t (id int4range, during daterange NOT NULL, CONSTRAINT t_pk PRIMARY KEY (id, during WITHOUT OVERLAPS));
CREATE TABLE u (id int4range, during daterange, CONSTRAINT u_fk FOREIGN KEY (id, PERIOD during) REFERENCES t (id, PERIOD during));
