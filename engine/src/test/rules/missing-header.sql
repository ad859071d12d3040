-- case: no header
-- finds: missing-header
-- migration
SELECT 1;
-- case: control, a purpose or a description
-- migration
-- Purpose: none to speak of
SELECT 1;
