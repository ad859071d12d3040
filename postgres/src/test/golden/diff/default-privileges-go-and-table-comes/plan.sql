ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE SELECT ON TABLES FROM anon;
ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO PUBLIC;
CREATE TABLE public.users (
  id integer NOT NULL,
  email text NOT NULL,
  secret text,
  CONSTRAINT users_pkey PRIMARY KEY (id)
);
GRANT SELECT ON TABLE public.users TO anon;
CREATE FUNCTION public.add_one(n integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT n + 1$function$;
