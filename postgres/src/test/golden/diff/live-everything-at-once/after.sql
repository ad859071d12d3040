CREATE TABLE p (id int PRIMARY KEY, code text NOT NULL CONSTRAINT p_code UNIQUE);
CREATE TABLE c (id int CONSTRAINT c_pk PRIMARY KEY, p_id int CONSTRAINT c_fk REFERENCES p, state text NOT NULL CONSTRAINT state_ok CHECK (state <> ''), n int);
CREATE INDEX c_state ON c (state);
COMMENT ON INDEX c_state IS 'for the list';
