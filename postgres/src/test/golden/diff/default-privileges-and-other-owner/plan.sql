CREATE TABLE public.users (
  id integer NOT NULL,
  email text NOT NULL,
  secret text,
  CONSTRAINT users_pkey PRIMARY KEY (id)
);
ALTER TABLE public.users OWNER TO app_owner;
