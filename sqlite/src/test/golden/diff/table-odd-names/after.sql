CREATE TABLE "order" ("select" INTEGER PRIMARY KEY, "a b" TEXT NOT NULL DEFAULT 'it''s', "q""x" TEXT, "ä" TEXT, "new
line" BLOB);
CREATE INDEX "group by" ON "order" ("a b", "ä" DESC) WHERE "q""x" IS NOT NULL;
CREATE TRIGGER "before" BEFORE DELETE ON "order" BEGIN SELECT RAISE(ABORT, 'no'); END;
