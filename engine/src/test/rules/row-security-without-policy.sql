-- case: switched on without a policy
-- setup
CREATE TABLE users (id int8);
-- migration
ALTER TABLE users ENABLE ROW LEVEL SECURITY; -- finds: row-security-without-policy
-- case: the last policy goes
-- setup
CREATE TABLE users (id int8);
CREATE POLICY everybody ON users USING (true);
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
-- migration
DROP POLICY everybody ON users; -- finds: row-security-without-policy
-- case: the policy comes in another transaction
-- transaction: none
-- setup
CREATE TABLE users (id int8);
-- migration
ALTER TABLE users ENABLE ROW LEVEL SECURITY; -- finds: row-security-without-policy
CREATE POLICY everybody ON users USING (true);
-- case: control, the policy first
-- setup
CREATE TABLE users (id int8);
-- migration
CREATE POLICY everybody ON users USING (true);
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
-- case: control, nobody sees the time between
-- setup
CREATE TABLE users (id int8);
-- migration
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
CREATE POLICY everybody ON users USING (true);
-- case: control, the table is new
-- migration
CREATE TABLE users (id int8);
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
