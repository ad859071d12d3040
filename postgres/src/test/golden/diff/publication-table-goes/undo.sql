CREATE TABLE public.notes (
  id integer NOT NULL,
  owner text NOT NULL,
  body text,
  CONSTRAINT notes_pkey PRIMARY KEY (id)
);
ALTER PUBLICATION a_few SET TABLE public.notes, public.users;
