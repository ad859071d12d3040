package io.liftlock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A script is read as a stream: its size costs time, but no memory. Every script is larger than
 * half the heap it is run in, and its text, held once as Java's strings, would not fit beside the
 * rest.
 */
class LargeScriptTest {

  /**
   * How large.
   *
   * @param megabytes of the script
   * @param heap for the command
   */
  private record Size(int megabytes, String heap) {}

  private static final Size MODERATE = new Size(20, "-Xmx32m");
  private static final Size LARGE = new Size(100, "-Xmx128m");

  @TempDir Path folder;

  @Test
  void copiesRowsToPostgres() throws IOException {
    copyToPostgres(MODERATE);
  }

  @Tag("kills")
  @Test
  void copiesAHundredMegabytesToPostgres() throws IOException {
    copyToPostgres(LARGE);
  }

  @Test
  void insertsRowsIntoPostgres() throws IOException {
    insertIntoPostgres(MODERATE);
  }

  @Tag("kills")
  @Test
  void insertsAHundredMegabytesIntoPostgres() throws IOException {
    insertIntoPostgres(LARGE);
  }

  @Test
  void insertsRowsIntoSqlite() throws IOException {
    insertIntoSqlite(MODERATE);
  }

  @Tag("kills")
  @Test
  void insertsAHundredMegabytesIntoSqlite() throws IOException {
    insertIntoSqlite(LARGE);
  }

  /** Writes lines until the file is large enough; answers how many. */
  private long write(Size size, String before, String line, String behind) throws IOException {
    Path file = folder.resolve("migrations/001_large.sql");
    Files.createDirectories(file.getParent());
    long lines = 0;
    try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      writer.write(before);
      for (long bytes = 0; bytes < size.megabytes() * 1024L * 1024; bytes += line.length()) {
        lines++;
        writer.write(line.replace("%%%%%%%%", "%08d".formatted(lines)));
      }
      writer.write(behind);
    }
    assertThat(Files.size(file)).isGreaterThanOrEqualTo(size.megabytes() * 1024L * 1024);
    return lines;
  }

  private void copyToPostgres(Size size) throws IOException {
    long rows =
        write(
            size,
            "CREATE TABLE large (id int, text text);\nCOPY large FROM stdin;\n",
            "%%%%%%%%\t" + "some text; it's not $$quoted$$ ".repeat(3) + "\n",
            "\\.\nCREATE INDEX ON large (id);\n");
    onPostgres(size, rows);
  }

  private void insertIntoPostgres(Size size) throws IOException {
    long rows = write(size, "CREATE TABLE large (id int, text text);\n", insert(), "");
    onPostgres(size, rows);
  }

  private static String insert() {
    return "INSERT INTO large VALUES (%%%%%%%%, '" + "a text; it''s long ".repeat(50) + "');\n";
  }

  private void onPostgres(Size size, long rows) {
    ScratchDatabase database = ScratchServer.get().freshDatabase();
    migrate(size, database.urlText());
    assertThat(database.value("SELECT count(*) || ' ' || max(id) FROM large"))
        .isEqualTo(rows + " " + rows);
    database.drop();
  }

  private void insertIntoSqlite(Size size) throws IOException {
    long rows = write(size, "CREATE TABLE large (id INTEGER, text TEXT);\n", insert(), "");
    Path file = folder.resolve("large.db");
    migrate(size, "sqlite:" + file);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT count(*) || ' ' || max(id) FROM large")) {
      assertThat(result.next()).isTrue();
      assertThat(result.getString(1)).isEqualTo(rows + " " + rows);
    } catch (SQLException e) {
      throw new AssertionError("the database cannot be read", e);
    }
  }

  private void migrate(Size size, String url) {
    Command command = new Command(folder).on(url);
    List<String> heap = List.of(size.heap());
    Command.Answer run = command.runWith(heap, "migrate");
    assertThat(run.exit()).as(run.output()).isZero();
    Command.Answer again = command.runWith(heap, "migrate");
    assertThat(again.exit()).as(again.output()).isZero();
    assertThat(again.output()).contains("nothing to do");
  }
}
