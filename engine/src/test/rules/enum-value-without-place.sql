-- case: at the end
-- setup
CREATE TYPE mood AS ENUM ('sad', 'ok');
-- migration
ALTER TYPE mood ADD VALUE 'glad'; -- finds: enum-value-without-place
-- case: control, placed
-- setup
CREATE TYPE mood AS ENUM ('sad', 'ok');
-- migration
ALTER TYPE mood ADD VALUE 'glad' AFTER 'ok';
