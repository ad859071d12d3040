CREATE TYPE public.state AS ENUM ('a', 'b');
ALTER TABLE public.t ALTER COLUMN s DROP DEFAULT, ALTER COLUMN s TYPE public.state USING s::public.state, ALTER COLUMN s SET DEFAULT 'a'::public.state;
