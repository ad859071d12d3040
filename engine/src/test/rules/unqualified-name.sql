-- case: a name without a schema
-- migration
CREATE TABLE t (a int8); -- finds: unqualified-name
-- case: control, a schema, a search path, a temporary table
-- migration
CREATE TABLE public.t (a int8);
CREATE TEMPORARY TABLE u (a int8);
SET LOCAL search_path = public;
CREATE TABLE v (a int8);
