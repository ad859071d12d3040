-- case: the type of an attribute
-- setup
CREATE TYPE pair AS (a int4, b int8);
CREATE TABLE pairs OF pair;
-- migration
ALTER TYPE pair ALTER ATTRIBUTE a TYPE int8 CASCADE; -- finds: alter-attribute-rewrites-typed-tables
-- case: control, no table is of that type
-- setup
CREATE TYPE pair AS (a int4, b int8);
-- migration
ALTER TYPE pair ALTER ATTRIBUTE a TYPE int8;
