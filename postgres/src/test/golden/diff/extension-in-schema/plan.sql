CREATE EXTENSION citext WITH SCHEMA extensions VERSION '1.8';
CREATE TABLE public.people (
  id integer NOT NULL,
  mail extensions.citext NOT NULL,
  CONSTRAINT people_pkey PRIMARY KEY (id)
);
