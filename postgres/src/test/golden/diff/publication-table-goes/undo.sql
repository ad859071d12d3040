CREATE TABLE public.notes (
  body text,
  id integer NOT NULL,
  owner text NOT NULL,
  CONSTRAINT notes_pkey PRIMARY KEY (id)
);
ALTER PUBLICATION a_few SET TABLE public.notes, public.users;
