ALTER TYPE public.pair RENAME TO pair_old;
CREATE TYPE public.pair AS (b integer, a integer);
DROP TYPE public.pair_old;
