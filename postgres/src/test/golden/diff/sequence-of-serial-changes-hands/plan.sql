ALTER TABLE public.t ALTER COLUMN id DROP DEFAULT;
ALTER SEQUENCE public.t_id_seq OWNED BY public.t.other;
