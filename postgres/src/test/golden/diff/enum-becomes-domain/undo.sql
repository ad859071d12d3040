DROP DOMAIN public.state;
CREATE TYPE public.state AS ENUM ('a', 'b');
