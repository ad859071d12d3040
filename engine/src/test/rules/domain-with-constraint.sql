-- case: a check, and NOT NULL
-- migration
CREATE DOMAIN d AS int CHECK (VALUE > 0); -- finds: domain-with-constraint
CREATE DOMAIN e AS int NOT NULL; -- finds: domain-with-constraint
-- case: control, nothing is demanded
-- migration
CREATE DOMAIN d AS int DEFAULT 1;
