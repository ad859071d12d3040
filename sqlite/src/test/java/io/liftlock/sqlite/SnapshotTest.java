package io.liftlock.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.liftlock.core.database.Database;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.schema.Snapshot;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SnapshotTest {

  @TempDir Path folder;

  private ByHand byHand() {
    return new ByHand(folder.resolve("state/test.db"));
  }

  private Database open() {
    return Workshop.open(byHand().file());
  }

  private static Snapshot snapshot(String batch, String content) {
    return new Snapshot(
        Instant.parse("2026-11-20T10:11:12.345678Z"),
        batch,
        "003_name",
        "fingerprint of " + batch,
        "3.54.1",
        "1.2.3",
        content);
  }

  @Test
  void theLastOneIsReadBackAndEveryOneIsKept() {
    try (Database database = open()) {
      assertThat(database.history().lastSnapshot()).isEmpty();
      database.history().prepare();
      assertThat(database.history().lastSnapshot()).isEmpty();
      database.history().keep(snapshot("one", "{}"));
      Snapshot last = snapshot("two", "{\"ä\": \"" + "long ".repeat(10_000) + "\"}");
      database.history().keep(last);
      assertThat(database.history().lastSnapshot()).contains(last);
      assertThat(database.inspector().inspect().objects()).isEmpty();
    }
    assertThat(
            byHand()
                .ask(
                    "SELECT count(*) || ' ' || (max(length(content)) < 1000) FROM"
                        + " liftlock_snapshot"))
        .contains("2 1");
  }

  @Test
  void tablesOfTheOlderFormGetWhatTheyLackAndKeepTheirRows() throws Exception {
    try (Database database = open()) {
      database.history().prepare();
      Workshop.migrate(database, "001", "CREATE TABLE a (x);");
    }
    // Form 1 was the same without snapshots, form 2 without locks and cancellations.
    byHand()
        .run(
            "DROP TABLE liftlock_snapshot; DROP TABLE liftlock_lock; DROP TABLE"
                + " liftlock_cancellation; UPDATE liftlock_meta SET value = '1';");
    try (Database database = open()) {
      assertThat(database.history().read().entries()).hasSize(1);
      assertThat(database.history().lastSnapshot()).isEmpty();
      database.history().prepare();
      database.history().keep(snapshot("one", "{}"));
      assertThat(database.history().lastSnapshot()).contains(snapshot("one", "{}"));
      assertThat(database.history().read().entries()).hasSize(1);
    }
    assertThat(byHand().ask("SELECT value FROM liftlock_meta WHERE key = 'form'"))
        .isEqualTo(Optional.of("3"));
    assertThat(byHand().ask("SELECT count(*) FROM liftlock_lock, liftlock_cancellation"))
        .contains("0");
  }

  @Test
  void refusesANewerForm() {
    try (Database database = open()) {
      database.history().prepare();
    }
    byHand().run("UPDATE liftlock_meta SET value = '99';");
    try (Database database = open()) {
      assertThat(
              catchThrowableOfType(LiftlockException.class, () -> database.history().read()).code())
          .isEqualTo(ErrorCode.HISTORY_TOO_NEW);
      assertThat(
              catchThrowableOfType(LiftlockException.class, () -> database.history().prepare())
                  .code())
          .isEqualTo(ErrorCode.HISTORY_TOO_NEW);
    }
  }

  @Test
  void saysWhereOneCannotBeRead() {
    try (Database database = open()) {
      database.history().prepare();
      database.history().keep(snapshot("one", "{}"));
    }
    byHand().run("UPDATE liftlock_snapshot SET content = x'00';");
    try (Database database = open()) {
      assertThat(
              catchThrowableOfType(LiftlockException.class, () -> database.history().lastSnapshot())
                  .code())
          .isEqualTo(ErrorCode.SNAPSHOT_UNREADABLE);
    }
  }
}
