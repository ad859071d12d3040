CREATE SERVER "Far away" TYPE 'old' VERSION '1.0' FOREIGN DATA WRAPPER files OPTIONS (host 'h', port '1');
COMMENT ON SERVER "Far away" IS 'far';
GRANT USAGE ON FOREIGN SERVER "Far away" TO anon;
