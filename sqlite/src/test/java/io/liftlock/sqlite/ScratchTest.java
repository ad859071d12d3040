package io.liftlock.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.database.HistoryTable;
import io.liftlock.core.database.OpenOptions;
import io.liftlock.core.database.RunnerIdentity;
import io.liftlock.core.database.Scratch;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.sqlite.link.SqliteFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScratchTest {

  @TempDir Path folder;
  @TempDir Path parent;

  private Scratch scratch() {
    OpenOptions options =
        new OpenOptions(
            "trades",
            HistoryTable.DEFAULT,
            new RunnerIdentity(
                "tester", "host.example", 1, Instant.parse("2026-11-20T10:00:00Z"), "1.2.3"));
    return new SqliteScratch(
        SqliteFile.of(DatabaseUrl.parse("sqlite:" + folder.resolve("live.db")), "trades"),
        options,
        parent);
  }

  @Test
  void isEmptyIndependentAndGoneWhenClosed() throws Exception {
    try (Database live = Workshop.open(folder.resolve("live.db"))) {
      live.history().prepare();
      try (Database scratch = scratch().create().orElseThrow()) {
        assertThat(scratch.inspector().inspect().objects()).isEmpty();
        scratch.history().prepare();
        Workshop.migrate(scratch, "001", "PRAGMA foreign_keys = OFF; CREATE TABLE a (x);");
        Workshop.migrate(scratch, "002", "CREATE TABLE b (x);");
        assertThat(scratch.inspector().inspect().of(ObjectKind.TABLE)).hasSize(2);
        assertThat(live.inspector().inspect().objects()).isEmpty();
        assertThat(parent).isNotEmptyDirectory();
      }
      assertThat(parent).isEmptyDirectory();
      try (Database other = live.scratch().create().orElseThrow()) {
        assertThat(other.inspector().inspect().objects()).isEmpty();
      }
    }
  }

  @Test
  void whatAKilledProcessLeftIsClearedAwayAndWhatIsInUseIsNot() throws Exception {
    Path left = Files.createTempDirectory(parent, "liftlock-scratch-");
    FileChannel.open(left.resolve("owner"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)
        .close();
    Files.writeString(left.resolve("scratch.db"), "");
    try (Database first = scratch().create().orElseThrow()) {
      assertThat(left).doesNotExist();
      first.history().prepare();
      try (Database second = scratch().create().orElseThrow()) {
        second.history().prepare();
        assertThat(first.history().read().entries()).isEmpty();
      }
      assertThat(first.inspector().inspect().objects()).isEmpty();
    }
    assertThat(parent).isEmptyDirectory();
  }
}
