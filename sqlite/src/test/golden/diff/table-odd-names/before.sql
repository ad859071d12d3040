CREATE TABLE "order" ("select" INTEGER PRIMARY KEY, "a b" TEXT, "q""x" TEXT, "ä" TEXT);
INSERT INTO "order" VALUES (1, 'x', 'y', 'z');
CREATE INDEX "group by" ON "order" ("a b", "ä" DESC);
