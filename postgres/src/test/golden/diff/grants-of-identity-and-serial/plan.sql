CREATE SEQUENCE public.t_id_seq AS integer;
GRANT USAGE ON SEQUENCE public.t_id_seq TO anon;
CREATE TABLE public.t (
  id integer DEFAULT nextval('public.t_id_seq'::regclass) NOT NULL,
  n bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  CONSTRAINT t_pkey PRIMARY KEY (id)
);
GRANT SELECT ON TABLE public.t TO anon;
ALTER SEQUENCE public.t_id_seq OWNED BY public.t.id;
