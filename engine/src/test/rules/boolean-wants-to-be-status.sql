-- case: flags that say a state
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
CREATE TABLE n (testnet boolean); -- finds: boolean-wants-to-be-status
ALTER TABLE t ADD COLUMN is_active bool DEFAULT true; -- finds: boolean-wants-to-be-status
-- case: control, flags that are flags
-- migration
CREATE TABLE t (accepts_mail boolean, active text, paused_at timestamptz);
