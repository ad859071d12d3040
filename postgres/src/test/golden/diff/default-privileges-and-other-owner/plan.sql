CREATE TABLE public.users (
  email text NOT NULL,
  id integer NOT NULL,
  secret text,
  CONSTRAINT users_pkey PRIMARY KEY (id)
);
ALTER TABLE public.users OWNER TO app_owner;
