-- stage values
ALTER TYPE public.state ADD VALUE 'c';
-- stage 
ALTER TABLE public.t ALTER COLUMN s SET DEFAULT 'c'::public.state;
ALTER TABLE public.t ADD CONSTRAINT t_s_check CHECK ((s <> 'b'::public.state)) NOT VALID;
-- stage validate
ALTER TABLE public.t VALIDATE CONSTRAINT t_s_check;
-- undo validate
ALTER TABLE public.t DROP CONSTRAINT t_s_check;
ALTER TABLE public.t ADD CONSTRAINT t_s_check CHECK ((s <> 'b'::public.state)) NOT VALID;
-- undo 
ALTER TABLE public.t DROP CONSTRAINT t_s_check;
ALTER TABLE public.t ALTER COLUMN s SET DEFAULT 'a'::public.state;
-- undo values
ALTER TYPE public.state RENAME TO state_old;
CREATE TYPE public.state AS ENUM ('a', 'b');
ALTER TABLE public.t ALTER COLUMN s DROP DEFAULT, ALTER COLUMN s TYPE public.state USING s::text::public.state, ALTER COLUMN s SET DEFAULT 'a'::public.state;
DROP TYPE public.state_old;
