CREATE SCHEMA "My app";
CREATE TYPE "My app"."Mood" AS ENUM ('a');
CREATE FUNCTION "My app".f(m "My app"."Mood", n "My app"."Mood"[]) RETURNS "My app"."Mood" LANGUAGE sql AS 'SELECT m';
COMMENT ON FUNCTION "My app".f("My app"."Mood", "My app"."Mood"[]) IS 'f';
GRANT EXECUTE ON FUNCTION "My app".f("My app"."Mood", "My app"."Mood"[]) TO anon;
CREATE CAST ("My app"."Mood" AS integer) WITH INOUT;
