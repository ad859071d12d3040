ALTER TYPE public."Odd type" ADD VALUE ' ' AFTER 'it''s';
ALTER TYPE public."Odd type" ADD VALUE 'ü';
