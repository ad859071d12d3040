ALTER DEFAULT PRIVILEGES IN SCHEMA "Sch""ema 1" REVOKE SELECT ON TABLES FROM "Odd ""role""";
DROP PUBLICATION "Pub ""1";
DROP FUNCTION "Sch""ema 1"."f.u n"(integer);
DROP VIEW "Sch""ema 1"."user";
DROP STATISTICS "Sch""ema 1"."st at";
DROP TABLE "Sch""ema 1"."ta
ble";
DROP FUNCTION "Sch""ema 1".aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa();
DROP SEQUENCE "Sch""ema 1"."S";
DROP DOMAIN "Sch""ema 1"."do main";
DROP TYPE "Sch""ema 1"."en um";
DROP SCHEMA "Sch""ema 1";
