ALTER TYPE public.size RENAME TO size_old;
CREATE TYPE public.size AS ENUM ('s', 'l');
ALTER TABLE public.p ALTER COLUMN s TYPE public.size USING s::text::public.size;
DROP TYPE public.size_old;
