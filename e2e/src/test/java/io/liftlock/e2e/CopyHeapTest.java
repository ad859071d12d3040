package io.liftlock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.testkit.Forked;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The memory of a copy stays small, however large a row is and however many columns it has. */
class CopyHeapTest {

  private static final int LARGE = 300_000_000;

  @TempDir Path folder;

  private static void schema(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE large (id int PRIMARY KEY, a text, content bytea, b text);
          -- The server would try for long to make smaller what cannot be.
          ALTER TABLE large ALTER content SET STORAGE EXTERNAL;
          """);
      statement.execute(
          "CREATE TABLE wide (id int PRIMARY KEY, "
              + IntStream.range(1, 1600)
                  .mapToObj(i -> "c" + i + " text")
                  .collect(Collectors.joining(", "))
              + ")");
    }
  }

  private static void prepare(Connection connection) throws SQLException {
    schema(connection);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO large SELECT g, 'before', decode(repeat(md5(g::text), g * 100), 'hex'), 'behind'
            FROM generate_series(1, 50) g;
          INSERT INTO large SELECT 1000, 'before',
              substr(string_agg(decode(repeat(md5(g::text), 62500), 'hex'), ''), 1, %d), 'behind'
            FROM generate_series(1, 300) g;
          """
              .formatted(LARGE));
      statement.execute(
          "INSERT INTO wide SELECT g, "
              + IntStream.range(1, 1600)
                  .mapToObj(i -> "'v" + i % 9 + "'")
                  .collect(Collectors.joining(", "))
              + " FROM generate_series(1, 500) g");
    }
  }

  @Test
  void aRowOf300MegabytesPassesThroughAHeapOf128() {
    ScratchServer server = ScratchServer.get();
    ScratchDatabase source = server.freshDatabase("a large row", CopyHeapTest::prepare);
    ScratchDatabase target = server.freshDatabase("a large row, empty", CopyHeapTest::schema);
    try (Forked process =
        Forked.start(
            folder,
            List.of("-Xmx128m"),
            Copying.class.getName(),
            source.urlText(),
            target.urlText(),
            "0")) {
      assertThat(process.exitCode(Duration.ofMinutes(3))).as(process.wholeOutput()).isZero();
    }
    String content =
        "SELECT length(content) || ' ' || sha256(content) || a || b FROM large WHERE id = 1000";
    assertThat(target.value(content)).startsWith(LARGE + " ").isEqualTo(source.value(content));
    String rest =
        "SELECT sha256(string_agg(large::text, '|' ORDER BY id)::bytea) FROM large WHERE id < 1000";
    assertThat(target.value(rest)).isEqualTo(source.value(rest));
    String wide = "SELECT md5(string_agg(wide::text, '|' ORDER BY id)) FROM wide";
    assertThat(target.value(wide)).isEqualTo(source.value(wide));
    source.drop();
    target.drop();
  }
}
