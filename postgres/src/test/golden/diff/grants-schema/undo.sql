REVOKE USAGE ON SCHEMA app FROM anon, authenticated;
REVOKE CREATE ON SCHEMA app FROM service_role;
