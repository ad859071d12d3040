ALTER TYPE public.state ADD VALUE 'c';
ALTER TABLE public.t ALTER COLUMN s SET DEFAULT 'c'::public.state;
ALTER TABLE public.t ADD CONSTRAINT t_s_check CHECK ((s <> 'b'::public.state));
