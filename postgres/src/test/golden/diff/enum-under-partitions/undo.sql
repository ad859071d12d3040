ALTER TYPE public.size ADD VALUE 'm' AFTER 's';
