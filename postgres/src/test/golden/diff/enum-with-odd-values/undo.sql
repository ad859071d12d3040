ALTER TYPE public."Odd type" RENAME TO "Odd type_old";
CREATE TYPE public."Odd type" AS ENUM ('it''s', E'a\\b');
ALTER TABLE public.t ALTER COLUMN "C" TYPE public."Odd type" USING "C"::text::public."Odd type";
DROP TYPE public."Odd type_old";
