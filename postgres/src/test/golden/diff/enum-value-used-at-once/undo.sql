ALTER TABLE public.t DROP CONSTRAINT t_s_check;
ALTER TYPE public.state RENAME TO state_old;
CREATE TYPE public.state AS ENUM ('a', 'b');
ALTER TABLE public.t ALTER COLUMN s DROP DEFAULT, ALTER COLUMN s TYPE public.state USING s::text::public.state, ALTER COLUMN s SET DEFAULT 'a'::public.state;
DROP TYPE public.state_old;
ALTER TABLE public.t ALTER COLUMN s SET DEFAULT 'a'::public.state;
