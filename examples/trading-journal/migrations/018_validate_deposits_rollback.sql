-- Migration: 018_validate_deposits
-- Purpose: The rules of 017 hold for new rows only again

ALTER TABLE deposits
    ADD CONSTRAINT deposits_reference_present CHECK (reference IS NOT NULL) NOT VALID;
ALTER TABLE deposits ALTER COLUMN reference DROP NOT NULL;

-- A constraint cannot be made invalid again; it is dropped and added as 017 added it.
ALTER TABLE withdrawals DROP CONSTRAINT withdrawals_account_id_fkey;
ALTER TABLE withdrawals
    ADD CONSTRAINT withdrawals_account_id_fkey
    FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE NOT VALID;
ALTER TABLE deposits DROP CONSTRAINT deposits_account_id_fkey;
ALTER TABLE deposits
    ADD CONSTRAINT deposits_account_id_fkey
    FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE NOT VALID;
