DROP VIEW public.v;
ALTER TABLE public.t ALTER COLUMN b TYPE text;
CREATE VIEW public.v AS
SELECT a,
    b
   FROM public.t;
ALTER VIEW public.v OWNER TO app_owner;
GRANT INSERT, SELECT ON TABLE public.v TO anon;
GRANT SELECT ON TABLE public.v TO reader WITH GRANT OPTION;
