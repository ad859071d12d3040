package io.liftlock.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.MigrationId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteFileTest {

  @TempDir Path folder;

  private static void assertRefused(ThrowingCallable what, ErrorCode code, String text) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(
            LiftlockException.class,
            error -> {
              assertThat(error.problems().get(0).code()).isEqualTo(code);
              assertThat(error.problems().get(0).message()).contains(text);
            });
  }

  @Test
  void lookingMakesNoFile() {
    Path file = folder.resolve("state/deep/trades.db");
    try (Database database = Workshop.open(file)) {
      assertThat(database.history().read().entries()).isEmpty();
      assertThat(database.history().statements(MigrationId.of("1"), Direction.UP)).isEmpty();
      assertThat(database.lock().holder()).isEmpty();
      assertThat(database.session().inTransaction()).isFalse();
      assertThat(database.examiner().examine()).isNotEmpty();
      assertThat(database.server().version()).startsWith("3.");
      database.wipe();
      database.session().rollback();
    }
    assertThat(folder.resolve("state")).doesNotExist();
  }

  @Test
  void theFirstWriteMakesTheFileAndItsFolders() throws StatementFailure {
    Path file = folder.resolve("state/deep/trades.db");
    try (Database database = Workshop.open(file)) {
      database.history().prepare();
      Workshop.migrate(database, "1", "CREATE TABLE a (id INTEGER)");
    }
    assertThat(file).exists();
  }

  @Test
  void aFileThatAppearsLaterIsSeen() throws StatementFailure {
    Path file = folder.resolve("trades.db");
    try (Database early = Workshop.open(file);
        Database late = Workshop.open(file)) {
      assertThat(early.history().read().entries()).isEmpty();
      late.history().prepare();
      Workshop.migrate(late, "1", "CREATE TABLE a (id INTEGER)");
      assertThat(early.history().read().entries()).hasSize(1);
    }
  }

  @Test
  void aFolderIsNoDatabase() {
    assertRefused(() -> Workshop.open(folder), ErrorCode.DATABASE_URL_INVALID, "is a folder");
  }

  @Test
  void anotherKindOfFileIsNoDatabase() throws IOException {
    Path file = folder.resolve("notes.txt");
    byte[] noise = new byte[8192];
    new Random(4711).nextBytes(noise);
    Files.write(file, noise);
    assertRefused(() -> Workshop.open(file), ErrorCode.CONNECTION_FAILED, "is no SQLite database");
    assertThat(Files.readAllBytes(file)).isEqualTo(noise);
  }

  @Test
  void anEmptyFileIsAnEmptyDatabase() throws IOException, StatementFailure {
    Path file = Files.createFile(folder.resolve("empty.db"));
    try (Database database = Workshop.open(file)) {
      assertThat(database.history().read().entries()).isEmpty();
      database.history().prepare();
      Workshop.migrate(database, "1", "CREATE TABLE a (id INTEGER)");
    }
  }

  @Test
  void memoryIsRefusedAsItsHistoryWouldBeLost() {
    assertRefused(
        () -> Workshop.open("sqlite::memory:"), ErrorCode.DATABASE_UNSUPPORTED, "in-memory");
    assertRefused(
        () -> Workshop.open("sqlite:" + folder + "/:memory:"),
        ErrorCode.DATABASE_UNSUPPORTED,
        "in-memory");
  }

  @Test
  void parametersThatSqliteDoesNotHaveAreRefused() {
    assertRefused(
        () -> Workshop.open("sqlite:" + folder + "/a.db?journal_mode=off"),
        ErrorCode.DATABASE_URL_INVALID,
        "journal_mode");
    Workshop.open("sqlite:" + folder + "/a.db?foreign_keys=on&date_class=text").close();
  }

  @Test
  void namesWithSpacesAndSignsWork() throws StatementFailure {
    Path file = folder.resolve("my träde's #1 50%.db");
    try (Database database = Workshop.open(file)) {
      database.history().prepare();
      Workshop.migrate(database, "1", "CREATE TABLE a (id INTEGER)");
    }
    assertThat(new ByHand(file).ask("SELECT count(*) FROM schema_version")).contains("1");
  }

  @Test
  void aFileThatMayNotBeWrittenIsRead() throws IOException, StatementFailure {
    Path file = folder.resolve("trades.db");
    try (Database database = Workshop.open(file)) {
      database.history().prepare();
      Workshop.migrate(database, "1", "CREATE TABLE a (id INTEGER)");
    }
    assumeThat(file.toFile().setReadOnly()).isTrue();
    assumeThat(Files.isWritable(file)).as("this user may write to any file (root)").isFalse();
    try (Database database = Workshop.open(file)) {
      assertThat(database.history().read().entries()).hasSize(1);
      StatementFailure failure = Workshop.failure(database, "2", "CREATE TABLE b (id INTEGER)");
      assertThat(failure.problem().code()).isEqualTo(ErrorCode.DATABASE_READ_ONLY);
    }
  }

  @Test
  void queryOnlyIsReadOnlyForEveryUser() throws StatementFailure {
    try (Database database = Workshop.open(folder.resolve("trades.db"))) {
      database.history().prepare();
      database.session().run(Workshop.bare("PRAGMA query_only = ON"));
      StatementFailure failure = Workshop.failure(database, "1", "CREATE TABLE b (id INTEGER)");
      assertThat(failure.problem().code()).isEqualTo(ErrorCode.DATABASE_READ_ONLY);
      assertThat(database.history().read().entries()).isEmpty();
    }
  }
}
