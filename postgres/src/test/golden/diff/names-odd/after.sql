-- since 15
CREATE SCHEMA "Sch""ema 1";
CREATE TABLE "Sch""ema 1"."ta
ble" ("co""l" integer PRIMARY KEY, "größe ✓" text, "select" text DEFAULT 'x', "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" integer);
CREATE INDEX "in dex" ON "Sch""ema 1"."ta
ble" ("größe ✓", lower("select"));
ALTER TABLE "Sch""ema 1"."ta
ble" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "po.li""cy" ON "Sch""ema 1"."ta
ble" TO "Odd ""role""" USING ("co""l" > 0);
CREATE FUNCTION "Sch""ema 1"."f.u n"("a.b" integer) RETURNS integer LANGUAGE sql AS 'SELECT "a.b"';
CREATE FUNCTION "Sch""ema 1"."aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
CREATE TRIGGER "tri gger" BEFORE INSERT ON "Sch""ema 1"."ta
ble" FOR EACH ROW EXECUTE FUNCTION "Sch""ema 1"."aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"();
CREATE TYPE "Sch""ema 1"."en um" AS ENUM ('it''s', 'a "b"', '', 'ü');
CREATE VIEW "Sch""ema 1"."user" AS SELECT "co""l" AS "order", "größe ✓" FROM "Sch""ema 1"."ta
ble";
GRANT SELECT ("order") ON "Sch""ema 1"."user" TO "Odd ""role""";
COMMENT ON COLUMN "Sch""ema 1"."user"."order" IS 'o';
COMMENT ON FUNCTION "Sch""ema 1"."f.u n"(integer) IS 'f';
CREATE DOMAIN "Sch""ema 1"."do main" AS text CONSTRAINT "che ck" CHECK (VALUE <> '"');
COMMENT ON CONSTRAINT "che ck" ON DOMAIN "Sch""ema 1"."do main" IS 'c';
CREATE SEQUENCE "Sch""ema 1"."S";
ALTER DEFAULT PRIVILEGES IN SCHEMA "Sch""ema 1" GRANT SELECT ON TABLES TO "Odd ""role""";
CREATE PUBLICATION "Pub ""1" FOR TABLE "Sch""ema 1"."ta
ble" ("co""l");
CREATE STATISTICS "Sch""ema 1"."st at" ON "co""l", "select" FROM "Sch""ema 1"."ta
ble";
