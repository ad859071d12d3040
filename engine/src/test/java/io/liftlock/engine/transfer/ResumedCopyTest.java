package io.liftlock.engine.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.event.Listener;
import io.liftlock.core.event.TransferEvent;
import io.liftlock.core.report.CopyReport;
import io.liftlock.testkit.RowText;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Copies that were interrupted and meet another source, another wish, or a person who gives up. */
class ResumedCopyTest {

  private static final String SCHEMA =
      """
      CREATE TABLE users (id bigint PRIMARY KEY, mail text UNIQUE);
      CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users ON DELETE CASCADE);
      CREATE TABLE log (line text);
      """;

  private static final String ROWS =
      """
      INSERT INTO users SELECT i, 'u' || i FROM generate_series(1, 600) i;
      INSERT INTO orders SELECT i, 1 + i % 600 FROM generate_series(1, 600) i;
      INSERT INTO log SELECT repeat('l', i % 200) FROM generate_series(1, 600) i;
      """;

  private static final CopyOptions OPTIONS =
      CopyOptions.DEFAULT.withProfile(CopyOptions.Profile.NORMAL).withJobs(1).withChunkBytes(8_192);

  private final ScratchServer server = ScratchServer.get();
  private final ScratchDatabase from = server.freshDatabase();
  private final ScratchDatabase into = server.freshDatabase();

  @BeforeEach
  void fill() {
    from.execute(SCHEMA);
    from.execute(ROWS);
    into.execute(SCHEMA);
  }

  /** Ends like a process that is killed when that many chunks are in the target. */
  private void dieAfter(int chunks, CopyOptions options) {
    AtomicInteger left = new AtomicInteger(chunks);
    Listener killer =
        event -> {
          if (event instanceof TransferEvent.ChunkCopied && left.decrementAndGet() == 0) {
            throw new MortalRows.Killed();
          }
        };
    try (OpenDatabases both = new OpenDatabases(from.url(), into.url())) {
      assertThrows(MortalRows.Killed.class, () -> both.copy(options, killer));
    }
  }

  private CopyReport copy(CopyOptions options) {
    try (OpenDatabases both = new OpenDatabases(from.url(), into.url())) {
      return both.copy(options);
    }
  }

  private ErrorCode refusal(CopyOptions options) {
    return assertThrows(LiftlockException.class, () -> copy(options)).code();
  }

  @Test
  void copiesAgainWhatChangedMeanwhileAndKeepsTheRest() {
    int all = copied();
    into.execute("DROP SCHEMA liftlock CASCADE; TRUNCATE users, orders, log");
    dieAfter(all - 1, OPTIONS);
    from.execute(
        """
        UPDATE users SET mail = 'a' WHERE id = 1;
        UPDATE users SET mail = 'u1' WHERE id = 599;
        UPDATE users SET mail = 'u599' WHERE id = 1;
        DELETE FROM users WHERE id = 300;
        INSERT INTO users VALUES (0, 'first'), (1000, 'last');
        DELETE FROM log WHERE length(line) = 7;
        INSERT INTO log VALUES ('new');
        """);
    CopyReport report = copy(OPTIONS);
    assertEquals(RowText.of(from), RowText.of(into));
    assertEquals(all - 1, report.resumed());
    assertEquals(2, report.snapshots().size());
    assertTrue(report.consistent());
    assertTrue(report.verified().orElseThrow().isEqual());
  }

  /** How many chunks there are. */
  private int copied() {
    CopyReport report = copy(OPTIONS);
    assertEquals(0, report.resumed());
    return report.tables().stream().mapToInt(CopyReport.CopiedTable::chunks).sum();
  }

  @Test
  void beginsAnewWhereAPersonWantsThatAndOnlyThen() {
    dieAfter(2, OPTIONS);
    from.execute("TRUNCATE log");
    CopyReport report = copy(OPTIONS.withRestart(true));
    assertEquals(0, report.resumed());
    assertEquals(RowText.of(from), RowText.of(into));
  }

  @Test
  void givesUpWithoutALeftover() {
    dieAfter(4, OPTIONS);
    try (OpenDatabases both = new OpenDatabases(from.url(), into.url())) {
      Copier copier =
          new Copier(both.source, both.target, OpenDatabases.timing(), Listener.SILENT, OPTIONS);
      assertTrue(copier.abandon());
      assertFalse(copier.abandon());
      assertEquals(
          "0", into.value("SELECT (SELECT count(*) FROM users) + (SELECT count(*) FROM log)"));
      assertEquals(
          both.source.inspector().inspect().fingerprint(),
          both.target.inspector().inspect().fingerprint());
    }
  }

  @Test
  void refusesAnotherPlanAnotherSourceAndRowsThatSomebodyWroteMeanwhile() {
    dieAfter(1, OPTIONS);
    assertEquals(
        ErrorCode.COPY_PLAN_CHANGED,
        refusal(OPTIONS.withExisting(CopyOptions.IntoExisting.APPEND)));
    ScratchDatabase other = server.freshDatabase();
    other.execute(SCHEMA);
    try (OpenDatabases both = new OpenDatabases(other.url(), into.url())) {
      assertEquals(
          ErrorCode.COPY_UNFINISHED,
          assertThrows(LiftlockException.class, () -> both.copy(OPTIONS)).code());
    }
    for (String table : new String[] {"users", "log"}) {
      into.execute("INSERT INTO " + table + " SELECT FROM generate_series(1, 1) WHERE false");
    }
    into.execute(
        "INSERT INTO log SELECT 'mine' WHERE NOT EXISTS (SELECT FROM log);"
            + "INSERT INTO users SELECT 5000, 'mine' WHERE NOT EXISTS (SELECT FROM users);"
            + "INSERT INTO orders SELECT 5000 WHERE NOT EXISTS (SELECT FROM orders)");
    assertEquals(ErrorCode.COPY_TARGET_FILLED, refusal(OPTIONS));
  }

  @Test
  void refusesItselfAndRowsThatNobodyExplained() {
    try (OpenDatabases both = new OpenDatabases(from.url(), from.url())) {
      assertEquals(
          ErrorCode.COPY_SAME_DATABASE,
          assertThrows(LiftlockException.class, () -> both.copy(OPTIONS)).code());
    }
    into.execute("INSERT INTO users VALUES (5000, 'mine')");
    assertEquals(ErrorCode.COPY_TARGET_FILLED, refusal(OPTIONS));
    assertEquals("1", into.value("SELECT count(*) FROM users"));
    CopyReport appended = copy(OPTIONS.withExisting(CopyOptions.IntoExisting.APPEND));
    assertTrue(appended.verified().isEmpty());
    assertEquals("601", into.value("SELECT count(*) FROM users"));
    copy(OPTIONS.withExisting(CopyOptions.IntoExisting.REPLACE));
    assertEquals(RowText.of(from), RowText.of(into));
  }

  @Test
  void refusesATargetThatIsTooSmallBeforeAnythingIsChanged() {
    assertEquals(ErrorCode.SPACE_TOO_SMALL, refusal(OPTIONS.withHosts(10_000, null)));
    assertEquals("0", into.value("SELECT count(*) FROM users"));
    assertEquals(null, into.value("SELECT to_regclass('liftlock.copy_chunk')"));
  }

  @Test
  void copiesWithCareWhereAServerIsTiny() {
    CopyReport report = copy(OPTIONS.withProfile(CopyOptions.Profile.TINY));
    assertEquals(RowText.of(from), RowText.of(into));
    assertTrue(report.verified().orElseThrow().isEqual());
  }
}
