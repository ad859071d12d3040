CREATE SCHEMA "Sch""ema 1";
CREATE TYPE "Sch""ema 1"."en um" AS ENUM ('it''s', 'a "b"', '', 'ü');
CREATE DOMAIN "Sch""ema 1"."do main" AS text CONSTRAINT "che ck" CHECK ((VALUE <> '"'::text));
COMMENT ON CONSTRAINT "che ck" ON DOMAIN "Sch""ema 1"."do main" IS 'c';
CREATE SEQUENCE "Sch""ema 1"."S";
CREATE TABLE "Sch""ema 1"."ta
ble" (
  "co""l" integer NOT NULL,
  "größe ✓" text,
  "select" text DEFAULT 'x'::text,
  aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa integer,
  CONSTRAINT "ta
ble_pkey" PRIMARY KEY ("co""l")
);
ALTER TABLE "Sch""ema 1"."ta
ble" ENABLE ROW LEVEL SECURITY;
CREATE INDEX "in dex" ON "Sch""ema 1"."ta
ble" USING btree ("größe ✓", lower("select"));
CREATE STATISTICS "Sch""ema 1"."st at" ON "co""l", "select" FROM "Sch""ema 1"."ta
ble";
CREATE VIEW "Sch""ema 1"."user" AS
SELECT "co""l" AS "order",
    "größe ✓"
   FROM "Sch""ema 1"."ta
ble";
COMMENT ON COLUMN "Sch""ema 1"."user"."order" IS 'o';
GRANT SELECT ("order") ON TABLE "Sch""ema 1"."user" TO "Odd ""role""";
CREATE FUNCTION "Sch""ema 1".aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RETURN new; END $function$;
CREATE FUNCTION "Sch""ema 1"."f.u n"("a.b" integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT "a.b"$function$;
COMMENT ON FUNCTION "Sch""ema 1"."f.u n"(integer) IS 'f';
CREATE TRIGGER "tri gger" BEFORE INSERT ON "Sch""ema 1"."ta
ble" FOR EACH ROW EXECUTE FUNCTION "Sch""ema 1".aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa();
CREATE POLICY "po.li""cy" ON "Sch""ema 1"."ta
ble" TO "Odd ""role""" USING ("co""l" > 0);
CREATE PUBLICATION "Pub ""1" FOR TABLE "Sch""ema 1"."ta
ble" ("co""l");
ALTER DEFAULT PRIVILEGES IN SCHEMA "Sch""ema 1" GRANT SELECT ON TABLES TO "Odd ""role""";
