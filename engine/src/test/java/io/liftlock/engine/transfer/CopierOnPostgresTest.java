package io.liftlock.engine.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftlock.core.report.CopyReport;
import io.liftlock.testkit.AllTypes;
import io.liftlock.testkit.RowText;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import io.liftlock.testkit.TwentyTables;
import java.util.List;
import java.util.Map;
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

  private static void assertSame(ScratchDatabase from, ScratchDatabase into) {
    Map<String, List<String>> expected = RowText.of(from);
    // A materialized view that was never filled is, afterwards.
    Map<String, List<String>> actual = RowText.of(into);
    expected.forEach((table, rows) -> assertEquals(rows, actual.get(table), table));
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
      CopyReport report =
          both.copy(
              CopyOptions.DEFAULT
                  .withProfile(CopyOptions.Profile.NORMAL)
                  .withChunkBytes(100_000)
                  .withJobs(3));
      assertSame(from, into);
      assertTrue(report.verified().orElseThrow().isEqual(), report::toString);
      assertTrue(report.consistent());
      assertEquals("20001", into.value("INSERT INTO users (mail) VALUES ('new') RETURNING id"));
    }
  }

  @Test
  void copiesTablesThatStandOnEachOther() {
    ScratchDatabase from = TwentyTables.filled(server, 500);
    ScratchDatabase into = TwentyTables.empty(server);
    try (OpenDatabases both = new OpenDatabases(from.url(), into.url())) {
      String before = both.target.inspector().inspect().fingerprint();
      CopyReport report =
          both.copy(
              CopyOptions.DEFAULT
                  .withProfile(CopyOptions.Profile.NORMAL)
                  .withChunkBytes(20_000)
                  .withJobs(3));
      assertEquals(TwentyTables.COUNT, report.tables().size());
      assertSame(from, into);
      assertEquals(before, both.target.inspector().inspect().fingerprint());
      assertTrue(report.consistent());
      assertTrue(report.verified().orElseThrow().isEqual());
      assertTrue(report.tables().stream().allMatch(table -> table.chunks() > 1), report::toString);
    }
  }

  @Test
  void copiesEveryTypeAndKindOfTable() {
    ScratchDatabase from = AllTypes.filled(server);
    ScratchDatabase into = AllTypes.empty(server);
    try (OpenDatabases both = new OpenDatabases(from.url(), into.url())) {
      CopyReport report = both.copy(CopyOptions.DEFAULT.withProfile(CopyOptions.Profile.NORMAL));
      assertSame(from, into);
      assertTrue(report.verified().orElseThrow().isEqual(), report::toString);
    }
  }
}
