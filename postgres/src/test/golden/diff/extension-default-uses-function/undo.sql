ALTER TABLE public.tokens DROP COLUMN token;
DROP EXTENSION "uuid-ossp";
