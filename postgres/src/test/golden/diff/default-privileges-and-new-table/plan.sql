CREATE TABLE public.notes (
  body text,
  id integer NOT NULL,
  owner text NOT NULL,
  CONSTRAINT notes_pkey PRIMARY KEY (id)
);
REVOKE SELECT ON TABLE public.notes FROM anon;
GRANT INSERT ON TABLE public.notes TO anon;
CREATE TABLE public.users (
  email text NOT NULL,
  id integer NOT NULL,
  secret text,
  CONSTRAINT users_pkey PRIMARY KEY (id)
);
CREATE VIEW public.v AS
SELECT 1 AS x;
REVOKE SELECT ON TABLE public.v FROM anon;
