package io.liftlock.engine.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftlock.core.report.CopyReport;
import io.liftlock.testkit.RowText;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import org.junit.jupiter.api.Test;

class CopierOnPostgresTest {

  private final ScratchServer server = ScratchServer.get();

  private static final String PLAIN =
      """
      CREATE TABLE users (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, mail text UNIQUE);
      CREATE TABLE notes (note text, at timestamptz);
      CREATE INDEX ON notes (at);
      """;

  private ScratchDatabase database(String sql) {
    ScratchDatabase database = server.freshDatabase();
    database.execute(sql);
    return database;
  }

  @Test
  void copiesPlainTables() {
    ScratchDatabase from =
        database(
            PLAIN
                + """
                INSERT INTO users (mail) SELECT 'u' || i FROM generate_series(1, 20000) i;
                INSERT INTO notes SELECT repeat('x', i % 50), now() FROM generate_series(1, 30000) i;
                DELETE FROM users WHERE id % 7 = 0;
                """);
    ScratchDatabase into = database(PLAIN);
    try (OpenDatabases both = new OpenDatabases(from.url(), into.url())) {
      CopyReport report = both.copy(CopyOptions.DEFAULT.withChunkBytes(100_000).withJobs(3));
      assertEquals(RowText.of(from), RowText.of(into));
      assertTrue(report.verified().orElseThrow().isEqual(), report::toString);
      assertTrue(report.consistent());
      assertEquals("20001", into.value("INSERT INTO users (mail) VALUES ('new') RETURNING id"));
    }
  }
}
