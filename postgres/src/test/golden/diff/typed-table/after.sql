CREATE TYPE kind AS (a int, b text);
CREATE TABLE t OF kind (PRIMARY KEY (a));
