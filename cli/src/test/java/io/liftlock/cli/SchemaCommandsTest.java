package io.liftlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.testkit.Golden;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The commands that show schemas, on real databases. */
class SchemaCommandsTest {

  @RegisterExtension static final Golden GOLDEN = Golden.area("schema");

  private static ScratchDatabase before;
  private static ScratchDatabase after;

  @TempDir Path folder;

  @BeforeAll
  static void make() {
    before = ScratchServer.get().freshDatabase();
    before.execute(GOLDEN.read("before.sql"));
    after = ScratchServer.get().freshDatabase();
    after.execute(GOLDEN.read("before.sql"));
    after.execute(GOLDEN.read("changes.sql"));
  }

  @AfterAll
  static void drop() {
    before.drop();
    after.drop();
  }

  @BeforeEach
  void configure() throws IOException {
    Files.writeString(
        folder.resolve("liftlock.yaml"),
        """
        environments:
          development:
            databases:
              before: "%s"
              after: "%s"
              trades: sqlite:trades.db
        """
            .formatted(before.urlText(), after.urlText()));
  }

  private Said run(String... args) {
    return Said.of(folder, args);
  }

  private String shown(String... args) {
    Said said = run(args);
    assertThat(said.exit()).as(said.err()).isZero();
    return said.out()
        .replaceAll("PostgreSQL [0-9.]+", "PostgreSQL")
        .replaceAll("version  [0-9.]+", "version  N");
  }

  private void sqlite(String sql) throws IOException {
    Path migrations = Files.createDirectories(folder.resolve("lite"));
    Files.writeString(migrations.resolve("001_all.sql"), sql);
    Files.writeString(migrations.resolve("liftlock.yaml"), "migrations: .\n");
    assertThat(run("-C", "lite", "--url", "sqlite:../trades.db", "migrate").exit()).isZero();
  }

  @Test
  void everythingIsShownAsATree() {
    GOLDEN.check("inspect.txt", shown("inspect", "before"));
  }

  @Test
  void oneTableIsShownWithEverythingAboutIt() {
    GOLDEN.check("table.txt", shown("inspect", "before", "--table", "users"));
  }

  @Test
  void indexesAndPoliciesAreTables() {
    GOLDEN.check("indexes.txt", shown("inspect", "before", "--indexes"));
    GOLDEN.check("policies.txt", shown("inspect", "before", "--policies"));
    assertThat(shown("inspect", "before", "--indexes", "--table", "public.profiles"))
        .contains("profiles_pkey")
        .doesNotContain("accounts");
    assertThat(run("inspect", "before", "--policies", "--format", "json").out())
        .contains("\"policy\" : \"own\"", "\"roles\" : [ \"PUBLIC\" ]", "\"permissive\" : false");
  }

  @Test
  void theDiagramHasEntitiesAndRelations() {
    GOLDEN.check("diagram.mmd", shown("inspect", "before", "--mermaid"));
  }

  @Test
  void anUnknownTableIsToldWithWhatWasMeant() {
    Said said = run("inspect", "before", "--table", "usrs");
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("TABLE_UNKNOWN", "did you mean users?");
  }

  @Test
  void theSqlRebuildsTheSchemaInAFreshDatabase() throws IOException {
    assertThat(run("inspect", "before", "--sql", "--out", "copy").exit()).isZero();
    assertThat(run("inspect", "before", "--sql", "--out", "copy").err()).contains("FILE_EXISTS");
    ScratchDatabase rebuilt = ScratchServer.get().freshDatabase();
    try {
      Files.writeString(folder.resolve("copy/liftlock.yaml"), "migrations: .\n");
      Said migrated = run("-C", "copy", "--url", rebuilt.urlText(), "migrate");
      assertThat(migrated.exit()).as(migrated.err()).isZero();
      Said diff = run("diff", "before", rebuilt.urlText());
      assertThat(diff.out()).startsWith("equal");
      assertThat(diff.exit()).isZero();
      assertThat(diff.out() + diff.err()).doesNotContain(":" + rebuilt.url().password() + "@");
    } finally {
      rebuilt.drop();
    }
  }

  @Test
  void aSnapshotIsASource() {
    assertThat(run("inspect", "before", "--out", "before.json").exit()).isZero();
    assertThat(run("diff", "before.json", "before").exit()).isZero();
    assertThat(run("diff", "before.json", "after").exit()).isEqualTo(1);
    assertThat(shown("inspect", "before.json")).contains("table accounts");
  }

  @Test
  void theDocumentOfACommandIsASource() throws IOException {
    Files.writeString(
        folder.resolve("whole.json"), run("inspect", "before", "--format", "json").out());
    assertThat(run("diff", "whole.json", "before").exit()).isZero();
  }

  @Test
  void differencesAreATree() {
    Said said = run("diff", "before", "after");
    assertThat(said.exit()).as(said.err()).isEqualTo(1);
    GOLDEN.check("diff.txt", said.out());
  }

  @Test
  void differencesAreADocument() {
    Said said = run("diff", "before", "after", "--format", "json");
    assertThat(said.exit()).isEqualTo(1);
    GOLDEN.check("diff.json", said.out());
  }

  @Test
  void whatWouldLoseDataIsLeftOutOfTheSql() {
    Said said = run("diff", "before", "after", "--sql");
    assertThat(said.out()).doesNotContain("DROP TABLE", "DROP COLUMN");
    assertThat(said.err()).contains("--allow drop-table:public.profiles");
    assertThat(run("diff", "before", "after", "--sql", "--allow", "drop-table:profiles").out())
        .contains("DROP TABLE public.profiles")
        .doesNotContain("DROP COLUMN");
  }

  @Test
  void theSqlLeadsThereAndBack() {
    ScratchDatabase copy = ScratchServer.get().copyOf(before);
    try {
      copy.execute(run("diff", "before", "after", "--sql", "--allow", "all").out());
      Said there = run("diff", copy.urlText(), "after");
      assertThat(there.exit()).as(there.out()).isZero();
      copy.execute(run("diff", "before", "after", "--undo", "--allow", "all").out());
      Said back = run("diff", copy.urlText(), "before");
      assertThat(back.exit()).as(back.out()).isZero();
    } finally {
      copy.drop();
    }
  }

  @Test
  void theSqlOfSqliteLeadsThereAndBack() throws IOException {
    sqlite("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);\nCREATE INDEX ta ON t (a);\n");
    assertThat(run("inspect", "trades", "--out", "old.json").exit()).isZero();
    Files.writeString(
        folder.resolve("lite/002_more.sql"),
        "ALTER TABLE t ADD COLUMN b INTEGER NOT NULL DEFAULT 0 CHECK (b >= 0);\nDROP INDEX ta;\n");
    Said up = run("-C", "lite", "--url", "sqlite:../trades.db", "migrate");
    assertThat(up.exit()).as(up.err()).isZero();
    assertThat(run("inspect", "trades", "--out", "new.json").exit()).isZero();
    assertThat(run("diff", "old.json", "trades").exit()).isEqualTo(1);
    Files.writeString(
        folder.resolve("lite/003_back.sql"),
        run("diff", "new.json", "old.json", "--sql", "--allow", "all").out());
    Said back = run("-C", "lite", "--url", "sqlite:../trades.db", "migrate");
    assertThat(back.exit()).as(back.err()).isZero();
    Said equal = run("diff", "old.json", "trades");
    assertThat(equal.exit()).as(equal.out()).isZero();
  }

  @Test
  void whatIsRenamedIsSaidAndKeepsItsRows() {
    ScratchDatabase copy = ScratchServer.get().copyOf(before);
    try {
      copy.execute(
          "ALTER TABLE users RENAME email TO mail; ALTER TABLE accounts RENAME TO purses;"
              + " ALTER TABLE purses ADD COLUMN colour text");
      String[] renames = {"--rename", "users.email=users.mail", "--rename", "accounts=purses"};
      Said said =
          run("diff", "before", copy.urlText(), renames[0], renames[1], renames[2], renames[3]);
      assertThat(said.exit()).as(said.err()).isEqualTo(1);
      assertThat(said.out())
          .isEqualTo(
              """
              ~ column public.users.email is now mail
              ~ table public.accounts is now purses
              ~ table public.purses
                + column colour  text
              """);
      Said sql =
          run(
              "diff",
              "before",
              copy.urlText(),
              "--sql",
              renames[0],
              renames[1],
              renames[2],
              renames[3]);
      assertThat(sql.out())
          .isEqualTo(
              """
              ALTER TABLE public.users RENAME COLUMN email TO mail;
              ALTER TABLE public.accounts RENAME TO purses;
              ALTER TABLE public.purses ADD COLUMN colour text;
              """);
      assertThat(run("diff", "before", copy.urlText(), "--rename", "users.mial=users.mail").err())
          .contains("RENAME_INVALID");
    } finally {
      copy.drop();
    }
  }

  @Test
  void theSqlFilesOfADesiredStateAreASource() throws IOException {
    Files.writeString(folder.resolve("wanted.sql"), GOLDEN.read("before.sql"));
    Said said = run("--database", "before", "diff", "before", "wanted.sql");
    assertThat(said.out()).startsWith("equal");
    assertThat(said.exit()).isZero();
  }

  @Test
  void twoKindsOfDatabaseAreNotCompared() throws IOException {
    sqlite("CREATE TABLE t (id INTEGER PRIMARY KEY);\n");
    Said said = run("diff", "before", "trades");
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("SCHEMA_SOURCE_INVALID", "trades is sqlite");
  }

  @Test
  void whatIsNotModelledIsListedAndRefusedWhereThatIsWanted() {
    ScratchDatabase odd = ScratchServer.get().freshDatabase();
    try {
      odd.execute("CREATE OPERATOR FAMILY by_length USING btree");
      assertThat(run("inspect", odd.urlText()).out()).contains("not modelled", "by_length");
      Said strict = run("inspect", odd.urlText(), "--strict");
      assertThat(strict.exit()).isEqualTo(3);
      assertThat(strict.err()).contains("NOT_MODELLED", "by_length");
      assertThat(run("diff", odd.urlText(), "before", "--strict").exit()).isEqualTo(3);
    } finally {
      odd.drop();
    }
  }

  @Test
  void theTablesOfSqliteAreShownToo() throws IOException {
    sqlite(
        """
        CREATE TABLE trades (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          symbol TEXT NOT NULL COLLATE NOCASE UNIQUE,
          price REAL DEFAULT 0 CHECK (price >= 0)
        );
        CREATE TABLE notes (trade INTEGER NOT NULL REFERENCES trades ON DELETE CASCADE, note TEXT) STRICT;
        CREATE INDEX notes_trade ON notes (trade) WHERE note IS NOT NULL;
        CREATE VIEW dear AS SELECT * FROM trades WHERE price > 100;
        CREATE TRIGGER upper_symbol AFTER INSERT ON trades BEGIN
          UPDATE trades SET symbol = upper(symbol) WHERE id = NEW.id;
        END;
        """);
    GOLDEN.check("sqlite.txt", shown("inspect", "trades").replaceAll("SQLite [0-9.]+", "SQLite"));
    GOLDEN.check("sqlite.mmd", shown("inspect", "trades", "--mermaid"));
  }

  @Test
  void typesAreWrittenAndChecked() {
    String[] command = {"types", "before", "--lang", "typescript", "--out", "types/db.ts"};
    assertThat(run(command).out()).isEqualTo("wrote  types/db.ts\n");
    assertThat(run(command).out()).isEqualTo("up to date: types/db.ts\n");
    assertThat(folder.resolve("types/db.ts")).content().contains("      accounts: {");
    assertThat(
            run("types", "before", "--lang", "typescript", "--out", "types/db.ts", "--check")
                .exit())
        .isZero();
    Said old = run("types", "after", "--lang", "typescript", "--out", "types/db.ts", "--check");
    assertThat(old.exit()).isEqualTo(1);
    assertThat(old.err()).contains("CHECK_FOUND", "types/db.ts");
  }

  @Test
  void typesOfJavaFillAFolder() {
    Said said = run("types", "before", "--lang", "java", "--package", "app.rows", "--out", "rows");
    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(folder.resolve("rows/Accounts.java")).content().startsWith("package app.rows;");
  }

  @Test
  void anUnknownSchemaIsToldWithWhatWasMeant() {
    Said said = run("types", "before", "--lang", "python", "--schema", "publik");
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("did you mean --schema public?");
  }

  @Test
  void oneOfSeveralDatabasesHasToBeChosen() {
    Said said = run("types", "--lang", "python");
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("--database before");
  }

  @Test
  void whatIsRenamedKeepsItsExpressions() {
    ScratchDatabase one = ScratchServer.get().freshDatabase();
    ScratchDatabase two = ScratchServer.get().freshDatabase();
    try {
      one.execute("CREATE TABLE t (id int PRIMARY KEY, mail text CHECK (mail <> ''))");
      two.execute("CREATE TABLE t (id int PRIMARY KEY, email text CHECK (email <> ''), n int)");
      two.execute("ALTER TABLE t RENAME CONSTRAINT t_email_check TO t_mail_check");
      Said said = run("diff", one.urlText(), two.urlText(), "--rename", "t.mail=email");
      assertThat(said.exit()).as(said.err()).isEqualTo(1);
      assertThat(said.out()).contains("column public.t.mail is now email").doesNotContain("check");
      Said sql = run("diff", one.urlText(), two.urlText(), "--rename", "t.mail=email", "--sql");
      assertThat(sql.out()).contains("RENAME COLUMN").doesNotContain("DROP");
      one.execute(sql.out());
      assertThat(run("diff", one.urlText(), two.urlText()).exit()).isZero();
    } finally {
      one.drop();
      two.drop();
    }
  }
}
