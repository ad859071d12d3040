DROP MATERIALIZED VIEW public.c;
DROP VIEW public.b;
DROP VIEW public.a;
ALTER TABLE public.users ALTER COLUMN id TYPE integer;
CREATE VIEW public.a AS
SELECT id,
    secret
   FROM public.users;
GRANT SELECT ON TABLE public.a TO anon;
CREATE VIEW public.b WITH (security_invoker='true') AS
SELECT id,
    secret
   FROM public.a;
ALTER VIEW public.b OWNER TO app_owner;
GRANT INSERT, SELECT ON TABLE public.b TO authenticated;
CREATE MATERIALIZED VIEW public.c AS
SELECT id
   FROM public.b;
COMMENT ON MATERIALIZED VIEW public.c IS 'third';
GRANT SELECT ON TABLE public.c TO service_role;
CREATE UNIQUE INDEX c_id ON public.c USING btree (id);
