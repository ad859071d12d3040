-- case: any
-- migration
CREATE TYPE mood AS ENUM ('sad', 'ok'); -- finds: enum-cannot-lose-values
-- case: control, a composite type
-- migration
CREATE TYPE pair AS (a int8, b int8);
