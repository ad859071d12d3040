ALTER TYPE public.pair RENAME TO pair_old;
CREATE TYPE public.pair AS (a integer, b integer);
DROP TYPE public.pair_old;
