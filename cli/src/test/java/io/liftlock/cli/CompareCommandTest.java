package io.liftlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.sql.Checksum;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comparing databases from the command line, on real databases. */
class CompareCommandTest {

  private static final String SCHEMA =
      """
      CREATE TABLE users (id bigint PRIMARY KEY, email text NOT NULL, phone text);
      CREATE TABLE trades (id bigint PRIMARY KEY, price numeric(12, 4));
      CREATE TABLE log (line text);
      """;

  private static final String ROWS =
      """
      INSERT INTO users SELECT g, 'u' || g, NULL FROM generate_series(1, 30) g;
      INSERT INTO trades SELECT g, g / 7.0 FROM generate_series(1, 300) g;
      INSERT INTO log SELECT 'line ' || g % 3 FROM generate_series(1, 20) g;
      """;

  private ScratchDatabase a;
  private ScratchDatabase b;

  @TempDir Path folder;

  @BeforeEach
  void make() throws IOException {
    a = ScratchServer.get().freshDatabase();
    b = ScratchServer.get().freshDatabase();
    a.execute(SCHEMA + ROWS);
    b.execute(SCHEMA + ROWS);
    Files.writeString(
        folder.resolve("liftlock.yaml"),
        "environments: {development: {databases: {a: \"%s\", b: \"%s\"}}}\n"
            .formatted(a.urlText(), b.urlText()));
  }

  @AfterEach
  void drop() {
    a.drop();
    b.drop();
  }

  private Said run(String... args) {
    return Said.of(folder, args);
  }

  @Test
  void equalDatabasesAreEqual() {
    Said said = run("compare", "a", "b");
    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(said.out())
        .containsPattern("public\\.trades +300 +300 .*equal")
        .contains("equal: the schema and 3 tables");
    assertThat(run("compare", "--from", "a", "--to", "b", "--rows-only").out())
        .contains("equal: 3 tables");
    assertThat(said.out() + said.err()).doesNotContain(":" + a.url().password() + "@");
  }

  @Test
  void whatDiffersIsToldByKeyAndColumnAndItsValuesOnlyWhenAsked() {
    b.execute(
        "UPDATE trades SET price = 99.5 WHERE id = 77; DELETE FROM trades WHERE id = 5;"
            + " INSERT INTO log VALUES ('line 1'); UPDATE users SET phone = '' WHERE id = 3");
    Said said = run("compare", "a", "b");
    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out())
        .containsPattern("only in A +key 5")
        .containsPattern("another value +key 77 +column price")
        .containsPattern("another value +key 3 +column phone")
        .containsPattern("only in B +a row without a key")
        .doesNotContain("99.5");
    assertThat(said.err()).contains("ROWS_DIFFER  a and b differ in 3 of 3 tables");
    assertThat(run("compare", "a", "b", "--show-values").out())
        .contains("'11.0000' -> '99.5000'", "NULL -> ''");
    assertThat(run("compare", "a", "b", "--limit", "0").out()).doesNotContain("key 77");
  }

  @Test
  void theStatementsThatMendMakeBothEqual() throws IOException {
    b.execute(
        "UPDATE trades SET price = 99.5 WHERE id = 77; DELETE FROM trades WHERE id = 5;"
            + " UPDATE users SET phone = '' WHERE id = 3; INSERT INTO users VALUES (99, 'x', 'y')");
    Said said = run("compare", "a", "b", "--skip", "log", "--repair-sql", "mend/b.sql");
    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.err()).contains("would make B equal A; read them before you run them");
    Path mend = folder.resolve("mend/b.sql");
    assertThat(Files.getPosixFilePermissions(mend))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    b.execute(Files.readString(mend));
    Said mended = run("compare", "a", "b", "--recheck");
    assertThat(mended.exit()).as(mended.out() + mended.err()).isZero();
  }

  @Test
  void theDocumentHasNoValuesEither() {
    b.execute("UPDATE trades SET price = 99.5 WHERE id = 77");
    Said said = run("compare", "a", "b", "--format", "json", "--only", "trades");
    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out())
        .contains("\"equal\" : false", "\"key\" : [ \"77\" ]", "\"column\" : \"price\"")
        .contains("\"notCompared\" : [ ]")
        .doesNotContain("99.5", "\"table\" : \"public.users\"");
  }

  @Test
  void aDifferentSchemaIsADifference() {
    b.execute("ALTER TABLE users ADD COLUMN age int");
    Said said = run("compare", "a", "b");
    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out()).contains("+ column age  integer");
    assertThat(said.err()).contains("CHECK_FOUND  the schemas differ in 1 place");
    assertThat(run("compare", "a", "b", "--rows-only").exit()).isZero();
    assertThat(run("compare", "a", "b", "--schema-only").out())
        .contains("+ column age")
        .doesNotContain("rows A");
  }

  @Test
  void aTableThatOnlyOneHasIsNotCompared() {
    b.execute("DROP TABLE log; CREATE TABLE more (id int)");
    Said said = run("compare", "a", "b", "--rows-only");
    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out())
        .containsPattern("public\\.log +not compared")
        .containsPattern("public\\.more +not compared")
        .containsPattern("public\\.users +30 +30 .*equal")
        .doesNotContain("equal:");
    assertThat(said.err()).contains("TABLE_NOT_COMPARED");
    Said skipped = run("compare", "a", "b", "--rows-only", "--skip", "log,more");
    assertThat(skipped.exit()).as(skipped.err()).isZero();
  }

  @Test
  void otherNamesAreSaid() {
    b.execute("ALTER TABLE users RENAME email TO mail; ALTER TABLE users RENAME TO people");
    Said said =
        run("compare", "a", "b", "--map", "users=people", "--map", "users.email=people.mail");
    assertThat(said.exit()).as(said.out() + said.err()).isZero();
    assertThat(said.out()).contains("public.users -> public.people");
  }

  @Test
  void aSampleIsAPart() {
    assertThat(run("compare", "a", "b", "--sample", "50").err())
        .contains("'50' is no part of the rows; write it as 1%");
  }

  @Test
  void aCertificateIsSealed() throws IOException {
    assertThat(run("compare", "a", "b", "--certificate", "c.txt").exit()).isZero();
    String text = Files.readString(folder.resolve("c.txt"));
    String before = text.substring(0, text.lastIndexOf('\n', text.length() - 2) + 1);
    assertThat(text)
        .contains("result    equal", "2 independent hashes", "public.trades")
        .endsWith("sha256 " + Checksum.sha256(before) + "\n")
        .doesNotContain(a.url().password() + "@");
    assertThat(run("compare", "a", "b", "--certificate", "c.html").exit()).isZero();
    assertThat(folder.resolve("c.html")).content().startsWith("<!DOCTYPE html>");
    assertThat(run("compare", "a", "b", "--certificate", "c.txt", "--sample", "1%").exit())
        .isEqualTo(2);
  }

  @Test
  void postgresAndSqliteAreComparedByTheirRows() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("lite.db"));
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, phone TEXT)");
      for (int i = 1; i <= 30; i++) {
        statement.executeUpdate("INSERT INTO users VALUES (" + i + ", 'u" + i + "', NULL)");
      }
    }
    Said said = run("compare", "a", "sqlite:lite.db", "--only", "users");
    assertThat(said.exit()).as(said.out() + said.err()).isZero();
    assertThat(said.err()).contains("warning: SCHEMA_SOURCE_INVALID");
    a.execute("UPDATE users SET phone = '1' WHERE id = 9");
    assertThat(run("compare", "a", "sqlite:lite.db", "--only", "users").out())
        .containsPattern("another value +key 9 +column phone");
  }

  @Test
  void whatCannotBeOpenedIsNotEqual() {
    assertThat(run("compare", "a", "sqlite:none.db").err()).contains("there is no database file");
    assertThat(folder.resolve("none.db")).doesNotExist();
    Said said = run("compare", "a", "nowhere");
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("DATABASE_UNKNOWN  nowhere is neither a URL nor a database");
    Said closed = run("compare", "a", "postgresql://app:secret@127.0.0.1:1/none");
    assertThat(closed.exit()).isEqualTo(1);
    assertThat(closed.err())
        .contains("CONNECTION_FAILED", "TABLE_NOT_COMPARED  the comparison could not be made")
        .doesNotContain("secret");
  }
}
