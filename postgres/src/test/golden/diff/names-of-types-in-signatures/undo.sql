DROP CAST ("My app"."Mood" AS integer);
DROP FUNCTION "My app".f("My app"."Mood", "My app"."Mood"[]);
