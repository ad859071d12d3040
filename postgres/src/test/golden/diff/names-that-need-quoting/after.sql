CREATE SCHEMA "Odd ""schema""";
CREATE TABLE "Odd ""schema"""."select" ("from" int PRIMARY KEY, "a
b" text DEFAULT 'it''s', "größe" int, "dotted.name" int);
CREATE INDEX "Index-1" ON "Odd ""schema"""."select" ("dotted.name");
CREATE SEQUENCE "Odd ""schema"""."Seq.1" OWNED BY "Odd ""schema"""."select"."dotted.name";
