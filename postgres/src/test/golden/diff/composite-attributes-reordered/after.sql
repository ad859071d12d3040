CREATE TYPE pair AS (b int, a int);
