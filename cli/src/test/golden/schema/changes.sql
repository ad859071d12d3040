ALTER TABLE users ADD COLUMN phone text, DROP COLUMN data;
ALTER TABLE accounts ALTER COLUMN note TYPE varchar(50), ALTER COLUMN balance SET NOT NULL;
DROP INDEX accounts_note;
CREATE TABLE trades (
  id bigint PRIMARY KEY,
  account integer NOT NULL REFERENCES accounts (id),
  symbol text NOT NULL
);
CREATE INDEX trades_symbol ON trades (symbol);
DROP POLICY own ON accounts;
CREATE POLICY own ON accounts FOR SELECT USING (user_id = 2);
CREATE OR REPLACE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.created_at := clock_timestamp();
  RETURN NEW;
END $$;
COMMENT ON TABLE users IS 'People
who trade a lot';
REVOKE SELECT ON users FROM PUBLIC;
DROP TABLE profiles;
