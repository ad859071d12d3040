CREATE TYPE kind AS (a int, b text);
