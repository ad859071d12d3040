CREATE SCHEMA "My app";
CREATE TYPE "My app"."Mood" AS ENUM ('a');
