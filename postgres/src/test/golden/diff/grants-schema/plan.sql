GRANT USAGE ON SCHEMA app TO anon, authenticated;
GRANT CREATE ON SCHEMA app TO service_role WITH GRANT OPTION;
