-- case: any
-- setup
CREATE TYPE mood AS ENUM ('sad', 'ok');
-- migration
ALTER TYPE mood RENAME VALUE 'ok' TO 'fine'; -- finds: rename-enum-value-breaks-application
-- case: control, a new value
-- setup
CREATE TYPE mood AS ENUM ('sad', 'ok');
-- migration
ALTER TYPE mood ADD VALUE 'fine' AFTER 'ok';
