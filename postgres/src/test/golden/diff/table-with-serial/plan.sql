CREATE SEQUENCE public.items_big_seq;
CREATE SEQUENCE public.items_id_seq AS integer;
CREATE SEQUENCE public.items_small_seq AS smallint;
CREATE TABLE public.items (
  id integer DEFAULT nextval('public.items_id_seq'::regclass) NOT NULL,
  big bigint DEFAULT nextval('public.items_big_seq'::regclass) NOT NULL,
  small smallint DEFAULT nextval('public.items_small_seq'::regclass) NOT NULL,
  CONSTRAINT items_pkey PRIMARY KEY (id)
);
ALTER SEQUENCE public.items_big_seq OWNED BY public.items.big;
ALTER SEQUENCE public.items_id_seq OWNED BY public.items.id;
ALTER SEQUENCE public.items_small_seq OWNED BY public.items.small;
