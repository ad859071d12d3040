CREATE TYPE pair AS (a bigint, c text COLLATE "C");
CREATE TYPE fresh AS (x int, "Y y" text);
