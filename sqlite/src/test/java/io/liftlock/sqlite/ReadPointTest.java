package io.liftlock.sqlite;

import static io.liftlock.core.transfer.FieldForm.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.ReadPoint;
import io.liftlock.core.database.TableReader;
import io.liftlock.core.error.DatabaseError;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.transfer.Consistency;
import io.liftlock.core.transfer.Range;
import io.liftlock.core.transfer.RowFormat;
import io.liftlock.core.transfer.RowQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that is read at one point is of one commit, whoever writes meanwhile. */
final class ReadPointTest {

  private static final ObjectId A = ObjectId.of(ObjectKind.TABLE, "a");
  private static final ObjectId B = ObjectId.of(ObjectKind.TABLE, "b");

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("state/source.db");
  }

  private static List<String> read(TableReader reader, ObjectId table, String column) {
    Rows rows = new Rows();
    reader.read(
        new RowQuery(table, new Range.All(), Rows.columns(INTEGER, column), RowFormat.TUPLES),
        rows);
    return rows.texts(INTEGER);
  }

  /**
   * An application that counts in one table and notes each count in another, until it is closed.
   */
  private static final class Application implements AutoCloseable {
    private final AtomicBoolean ends = new AtomicBoolean();
    private final AtomicLong commits = new AtomicLong();
    private final Thread thread;
    private volatile Exception failure;

    Application(Path file) {
      thread =
          new Thread(
              () -> {
                try (Connection connection = new ByHand(file).connect();
                    Statement statement = connection.createStatement()) {
                  statement.executeUpdate("PRAGMA busy_timeout = 20000");
                  statement.executeUpdate("PRAGMA synchronous = OFF");
                  while (!ends.get()) {
                    statement.executeUpdate("BEGIN IMMEDIATE");
                    statement.executeUpdate("INSERT INTO b SELECT n + 1 FROM a");
                    statement.executeUpdate("UPDATE a SET n = n + 1");
                    statement.executeUpdate("COMMIT");
                    commits.incrementAndGet();
                  }
                } catch (SQLException e) {
                  failure = e;
                }
              });
      thread.start();
    }

    /** Waits until it has committed more than it had. */
    void awaitCommits(long more) throws InterruptedException {
      long goal = commits.get() + more;
      while (commits.get() < goal && thread.isAlive()) {
        Thread.onSpinWait();
      }
      assertThat(failure).isNull();
    }

    @Override
    public void close() throws InterruptedException {
      ends.set(true);
      thread.join();
      assertThat(failure).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"WAL", "DELETE", "TRUNCATE"})
  void readsOneCommitWithAllReadersWhileAnApplicationWrites(String journal) throws Exception {
    new ByHand(file())
        .run(
            "PRAGMA journal_mode = "
                + journal
                + ";"
                + " CREATE TABLE a (n INTEGER); INSERT INTO a VALUES (0);"
                + " CREATE TABLE b (n INTEGER);");
    try (Application application = new Application(file());
        Database database = Workshop.open(file())) {
      for (int round = 0; round < 5; round++) {
        application.awaitCommits(3);
        try (ReadPoint point = database.rowSource().open(4)) {
          assertThat(point.consistency()).isEqualTo(Consistency.FULL);
          List<TableReader> readers = new ArrayList<>();
          for (int i = 0; i < 4; i++) {
            readers.add(point.reader());
          }
          List<String> counts = new ArrayList<>();
          for (TableReader reader : readers) {
            // The application is not kept from its work, and nothing of it is seen.
            application.awaitCommits(2);
            counts.addAll(read(reader, A, "n"));
            List<String> noted = read(reader, B, "n");
            assertThat(noted).hasSize(Integer.parseInt(counts.get(0)));
          }
          assertThat(counts).hasSize(4).containsOnly(counts.get(0));
          readers.forEach(TableReader::close);
        }
      }
    }
    assertNothingIsLeft();
  }

  private void assertNothingIsLeft() throws IOException {
    try (Stream<Path> files = Files.list(file().getParent())) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .allMatch(name -> name.startsWith("source.db"));
    }
  }

  @Test
  void doesWithoutTheWriteLockWhereSomebodyHoldsIt() throws Exception {
    new ByHand(file())
        .run("PRAGMA journal_mode = WAL; CREATE TABLE a (n INTEGER); INSERT INTO a VALUES (1);");
    try (Connection other = new ByHand(file()).holding("BEGIN IMMEDIATE; UPDATE a SET n = 2;");
        Database database = Workshop.open(file());
        ReadPoint point = database.rowSource().open(2);
        TableReader one = point.reader();
        TableReader two = point.reader();
        Statement statement = other.createStatement()) {
      statement.executeUpdate("COMMIT");
      assertThat(read(one, A, "n")).containsExactly("1");
      assertThat(read(two, A, "n")).containsExactly("1");
    }
  }

  @Test
  void lendsAReaderAgainThatWasGivenBack() {
    new ByHand(file())
        .run("PRAGMA journal_mode = WAL; CREATE TABLE a (n INTEGER); INSERT INTO a VALUES (1);");
    try (Database database = Workshop.open(file())) {
      ReadPoint point = database.rowSource().open(1);
      try (TableReader reader = point.reader()) {
        assertThat(read(reader, A, "n")).containsExactly("1");
        assertThatThrownBy(point::reader).isInstanceOf(DatabaseError.class);
      }
      new ByHand(file()).run("UPDATE a SET n = 2");
      try (TableReader reader = point.reader()) {
        assertThat(read(reader, A, "n")).containsExactly("1");
      }
      assertThat(point.isAlive()).isTrue();
      point.close();
      assertThat(point.isAlive()).isFalse();
      assertThatThrownBy(point::reader).isInstanceOf(DatabaseError.class);
    }
  }

  @Test
  void removesTheCopyThatAKilledRunLeft() throws IOException {
    new ByHand(file()).run("CREATE TABLE a (n INTEGER); INSERT INTO a VALUES (1);");
    Path left = Files.createDirectory(file().resolveSibling("liftlock-scratch-4711"));
    Files.createFile(left.resolve("owner"));
    Files.writeString(left.resolve("copy.db"), "left behind");
    Files.writeString(left.resolve("copy.db-journal"), "left behind");
    try (Database database = Workshop.open(file());
        ReadPoint point = database.rowSource().open(1)) {
      assertThat(left).doesNotExist();
      assertThat(point.id()).startsWith("a copy of ");
    }
    assertNothingIsLeft();
  }

  @Test
  void namesRowsInTheCopyByTheirOwnNumbers() {
    new ByHand(file())
        .run(
            """
            CREATE TABLE a (n INTEGER);
            INSERT INTO a VALUES (1), (2), (3), ('four'), (5);
            DELETE FROM a WHERE n IN (1, 3);
            """);
    Rows rows = new Rows();
    try (Database database = Workshop.open(file());
        ReadPoint point = database.rowSource().open(1);
        TableReader reader = point.reader()) {
      reader.read(
          new RowQuery(A, new Range.All(), Rows.columns(INTEGER, "n"), RowFormat.TUPLES), rows);
    }
    assertThat(rows.misfits).hasSize(1);
    assertThat(rows.misfits.get(0).rowid()).isEqualTo(4L);
  }

  @Test
  void knowsAFileByWhateverPath() throws IOException {
    new ByHand(file()).run("CREATE TABLE a (n INTEGER);");
    Path link = Files.createSymbolicLink(folder.resolve("link.db"), file());
    Path hard = Files.createLink(folder.resolve("hard.db"), file());
    new ByHand(folder.resolve("state/other.db")).run("CREATE TABLE a (n INTEGER);");
    try (Database one = Workshop.open(file());
        Database two = Workshop.open(link);
        Database three = Workshop.open(hard);
        Database other = Workshop.open(folder.resolve("state/other.db"))) {
      assertThat(two.rowSource().identity())
          .isEqualTo(one.rowTarget().identity())
          .isEqualTo(three.rowSource().identity())
          .isNotEqualTo(other.rowSource().identity());
    }
  }

  @Test
  void refusesAFileThatIsNotThere() {
    try (Database database = Workshop.open(folder.resolve("none.db"))) {
      assertThatThrownBy(() -> database.rowSource().open(1))
          .isInstanceOf(DatabaseError.class)
          .hasMessageContaining("there is no file");
    }
    assertThat(folder.resolve("none.db")).doesNotExist();
  }
}
