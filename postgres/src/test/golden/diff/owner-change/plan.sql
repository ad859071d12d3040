ALTER SCHEMA app OWNER TO app_owner;
ALTER TYPE app.e OWNER TO app_owner;
ALTER DOMAIN app.d OWNER TO app_owner;
ALTER SEQUENCE app.s OWNER TO app_owner;
ALTER TABLE app.t OWNER TO app_owner;
ALTER VIEW app.v OWNER TO app_owner;
ALTER FUNCTION app.f() OWNER TO app_owner;
