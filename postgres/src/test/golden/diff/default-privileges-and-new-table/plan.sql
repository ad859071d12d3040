CREATE TABLE public.notes (
  id integer NOT NULL,
  owner text NOT NULL,
  body text,
  CONSTRAINT notes_pkey PRIMARY KEY (id)
);
REVOKE SELECT ON TABLE public.notes FROM anon;
GRANT INSERT ON TABLE public.notes TO anon;
CREATE TABLE public.users (
  id integer NOT NULL,
  email text NOT NULL,
  secret text,
  CONSTRAINT users_pkey PRIMARY KEY (id)
);
CREATE VIEW public.v AS
SELECT 1 AS x;
REVOKE SELECT ON TABLE public.v FROM anon;
