package io.liftlock.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.database.Database;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InspectorTest {

  @TempDir Path folder;

  private int count;

  private Schema inspect(String sql) {
    Path file = folder.resolve("state/" + count++ + ".db");
    new ByHand(file).run(sql);
    try (Database database = Workshop.open(file)) {
      return database.inspector().inspect();
    }
  }

  private static String text(Schema schema) {
    return schema.objects().values().stream()
        .map(SchemaObject::toString)
        .collect(Collectors.joining("\n"));
  }

  private static SchemaObject find(Schema schema, String id) {
    return schema.objects().values().stream()
        .filter(object -> object.id().toString().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError(id + " is not among\n" + text(schema)));
  }

  @Test
  void readsWhatOnlyTheTextSays() {
    Schema schema =
        inspect(
            """
            CREATE TABLE "Accounts" (id INTEGER PRIMARY KEY AUTOINCREMENT, "full name" TEXT);
            CREATE TABLE t (
              -- a comment, with a ) in it
              a int not null on conflict replace default (1 + 2) /* , */,
              b varchar ( 10 ) COLLATE NOCASE CONSTRAINT only_b UNIQUE ON CONFLICT IGNORE,
              c AS (a*2) stored, d TEXT GENERATED ALWAYS AS (upper(b)) VIRTUAL CHECK (d <> 'it''s'),
              e INTEGER REFERENCES accounts ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
              "f,g" BLOB DEFAULT x'00',
              CONSTRAINT "two words" CHECK (a>0 and B is not null)
              UNIQUE (a, b COLLATE rtrim DESC),
              FOREIGN KEY (a) REFERENCES t(a) ON UPDATE CASCADE MATCH FULL,
              PRIMARY KEY (a desc, b)
            ) without rowid;
            """);
    assertThat(text(schema))
        .isEqualTo(
            """
            table "Accounts" {AUTOINCREMENT=[true]}
            table t {WITHOUT_ROWID=[true]}
            column "Accounts"."full name" {POSITION=[2], TYPE=[TEXT]}
            column "Accounts".id {POSITION=[1], TYPE=[INTEGER]}
            column t.a {POSITION=[1], TYPE=[INT], NOT_NULL=[true], DEFAULT=[(1 + 2)], OPTIONS=[NOT NULL ON CONFLICT REPLACE]}
            column t.b {POSITION=[2], TYPE=[VARCHAR(10)], COLLATION=[NOCASE], NOT_NULL=[true]}
            column t.c {POSITION=[3], GENERATED=[a * 2], GENERATED_KIND=[stored]}
            column t.d {POSITION=[4], TYPE=[TEXT], GENERATED=[upper(b)], GENERATED_KIND=[virtual]}
            column t.e {POSITION=[5], TYPE=[INTEGER]}
            column t."f,g" {POSITION=[6], TYPE=[BLOB], DEFAULT=[x'00']}
            constraint "Accounts"."<Accounts id primary key>" {DEFINITION=[PRIMARY KEY (id)], CONSTRAINT_TYPE=[primary key], COLUMNS=[id]}
            constraint t."<t a foreign key>" {DEFINITION=[FOREIGN KEY (a) REFERENCES t (a) ON UPDATE CASCADE MATCH FULL], CONSTRAINT_TYPE=[foreign key], COLUMNS=[a], REFERENCES=[t], REFERENCED_COLUMNS=[a], ON_UPDATE=[cascade]}
            constraint t."<t a, b primary key>" {DEFINITION=[PRIMARY KEY (a DESC, b)], CONSTRAINT_TYPE=[primary key], COLUMNS=[a, b]}
            constraint t."<t a, b unique>" {DEFINITION=[UNIQUE (a, b COLLATE RTRIM DESC)], CONSTRAINT_TYPE=[unique], COLUMNS=[a, b]}
            constraint t."<t d check>" {DEFINITION=[CHECK (d <> 'it''s')], CONSTRAINT_TYPE=[check], COLUMNS=[d]}
            constraint t."<t e foreign key>" {DEFINITION=[FOREIGN KEY (e) REFERENCES Accounts ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED], CONSTRAINT_TYPE=[foreign key], COLUMNS=[e], REFERENCES=["Accounts"], REFERENCED_COLUMNS=[id], ON_DELETE=[set null], DEFERRABLE=[true], INITIALLY_DEFERRED=[true]}
            constraint t.only_b {DEFINITION=[UNIQUE (b) ON CONFLICT IGNORE], CONSTRAINT_TYPE=[unique], COLUMNS=[b]}
            constraint t."two words" {DEFINITION=[CHECK (a > 0 AND B IS NOT NULL)], CONSTRAINT_TYPE=[check], COLUMNS=[a, b]}
            """
                .strip());
  }

  @Test
  void countsNeitherCommentsNorWhiteSpaceNorTheCaseOfKeywords() {
    String one =
        """
        create table t(a integer primary key, b text check(b<>'' and length(b)>-1), c);
        create index i on t(b collate nocase asc, (a+1)) where c is not null;
        create view v(x,y) as select a,b from t where b like 'x%';
        create trigger g after update of b on t when new.b<>old.b begin update t set c=1 where a=new.a;
        select case when 1 then 2 end; end;
        """;
    String other =
        """
        CREATE TABLE IF NOT EXISTS main.[t] (
          "a" INTEGER PRIMARY KEY, -- the key
          b TEXT CHECK (b <> '' AND length (b) > - 1), `c`
        );
        CREATE INDEX i ON "t" ( b COLLATE NOCASE , ( a + 1 ) ) WHERE c IS NOT NULL;
        CREATE VIEW v ( x, y ) AS SELECT a , b FROM "t" WHERE b LIKE 'x%';
        CREATE TRIGGER g AFTER UPDATE OF b ON t WHEN NEW.b <> OLD.b
        BEGIN
          UPDATE t SET c = 1 /* once */ WHERE a = NEW.a;
          SELECT CASE WHEN 1 THEN 2 END;
        END;
        """;
    Schema first = inspect(one.replace("new.", "NEW.").replace("old.", "OLD."));
    assertThat(text(first)).isEqualTo(text(inspect(other)));
    assertThat(first.notModelled()).isEmpty();
  }

  @Test
  void tellsWhatStandsOnWhat() {
    Schema schema =
        inspect(
            """
            CREATE TABLE p (id INTEGER PRIMARY KEY, name TEXT);
            CREATE TABLE c (id INTEGER PRIMARY KEY, p_id REFERENCES p, note TEXT, n AS (length(note)));
            CREATE VIEW v AS SELECT c.note AS n, p.name FROM c JOIN p ON p.id = c.p_id;
            CREATE VIEW w AS SELECT * FROM v;
            CREATE TRIGGER g INSTEAD OF DELETE ON v BEGIN DELETE FROM c WHERE note = OLD.n; END;
            CREATE INDEX i ON c (note) WHERE p_id > 0;
            """);
    assertThat(uses(schema, "constraint c.\"<c p_id foreign key>\""))
        .containsExactlyInAnyOrder("table p", "column c.p_id", "column p.id");
    assertThat(uses(schema, "column c.n")).containsExactly("column c.note");
    assertThat(uses(schema, "view w")).contains("view v", "column v.n", "column v.name");
    assertThat(uses(schema, "view v"))
        .contains("table c", "table p", "column c.note", "column p.name");
    assertThat(uses(schema, "trigger v.g")).contains("table c", "column c.note", "column v.n");
    assertThat(uses(schema, "index c.i"))
        .containsExactlyInAnyOrder("column c.note", "column c.p_id");
  }

  private static Set<String> uses(Schema schema, String id) {
    return find(schema, id).uses().stream().map(Object::toString).collect(Collectors.toSet());
  }

  @Test
  void readsOddNamesAndLeavesOutWhatIsNotOfTheMainFile() {
    Schema schema =
        inspect(
            """
            CREATE TABLE "a ""b""\nc" ("Ä" INT, "ä" INT, [select] TEXT CHECK ([select] <> "Ä"), 'x y');
            CREATE INDEX "i.1" ON "a ""b""\nc" ("select" DESC);
            CREATE VIRTUAL TABLE f USING fts5(title, key UNINDEXED, tokenize = "porter ascii");
            CREATE VIRTUAL TABLE r USING rtree(id, x0,x1);
            CREATE TABLE "schema_version" (x);
            CREATE TABLE liftlock_meta (x);
            CREATE INDEX mine ON liftlock_meta (x);
            CREATE TABLE counted (id INTEGER PRIMARY KEY AUTOINCREMENT);
            CREATE TEMP TABLE gone (x);
            ATTACH ':memory:' AS other;
            CREATE TABLE other.elsewhere (x);
            ANALYZE;
            """);
    assertThat(schema.notModelled()).isEmpty();
    assertThat(text(schema))
        .isEqualTo(
            """
            table "a ""b""\nc" {}
            table counted {AUTOINCREMENT=[true]}
            virtual-table f {DEFINITION=[CREATE VIRTUAL TABLE f USING fts5(title, key UNINDEXED, tokenize = "porter ascii")]}
            virtual-table r {DEFINITION=[CREATE VIRTUAL TABLE r USING rtree(id, x0, x1)]}
            column "a ""b""\nc".select {POSITION=[3], TYPE=[TEXT]}
            column "a ""b""\nc"."x y" {POSITION=[4]}
            column "a ""b""\nc"."Ä" {POSITION=[1], TYPE=[INT]}
            column "a ""b""\nc"."ä" {POSITION=[2], TYPE=[INT]}
            column counted.id {POSITION=[1], TYPE=[INTEGER]}
            constraint "a ""b""\nc"."<a ""b""\nc Ä, select check>" {DEFINITION=[CHECK ("select" <> "Ä")], CONSTRAINT_TYPE=[check], COLUMNS=[Ä, select]}
            constraint counted."<counted id primary key>" {DEFINITION=[PRIMARY KEY (id)], CONSTRAINT_TYPE=[primary key], COLUMNS=[id]}
            index "a ""b""\nc"."i.1" {DEFINITION=[CREATE INDEX "i.1" ON "a ""b""\nc" ("select" DESC)], COLUMNS=[select]}
            """
                .strip());
  }

  @Test
  void saysWhichViewCannotBeRun() {
    Schema schema =
        inspect("CREATE VIEW broken AS SELECT * FROM gone; CREATE VIEW whole AS SELECT 1 AS one;");
    assertThat(schema.notModelled()).singleElement().asString().contains("broken");
    assertThat(find(schema, "view broken").toString()).contains("SELECT * FROM gone");
    assertThat(find(schema, "column whole.one")).isNotNull();
  }

  @Test
  void keepsConstraintsApartThatHaveNoNameOrTheSame() {
    Schema schema =
        inspect(
            """
            CREATE TABLE t (
              a INT CHECK (a > 0) CHECK (a < 9),
              CONSTRAINT twice CHECK (a <> 5), CONSTRAINT twice CHECK (a <> 6),
              CONSTRAINT "<x>" CHECK (a <> 7)
            );
            """);
    assertThat(text(schema))
        .contains(
            "\"<t a check>\" {DEFINITION=[CHECK (a < 9)]",
            "\"<t a check 2>\" {DEFINITION=[CHECK (a > 0)]",
            "t.twice {DEFINITION=[CHECK (a <> 5)]",
            "t.\"twice <2>\" {DEFINITION=[CHECK (a <> 6)]")
        .doesNotContain("a <> 7");
    assertThat(schema.notModelled()).singleElement().asString().contains("<x>");
  }
}
