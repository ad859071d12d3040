package io.liftlock.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.database.Database;
import io.liftlock.core.schema.ObjectKind;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScratchTest {

  @TempDir Path folder;

  private static Set<Path> folders() throws Exception {
    Set<Path> found = new TreeSet<>();
    Path parent = Path.of(System.getProperty("java.io.tmpdir"));
    try (DirectoryStream<Path> paths = Files.newDirectoryStream(parent, "liftlock-scratch-*")) {
      paths.forEach(found::add);
    }
    return found;
  }

  @Test
  void isEmptyIndependentAndGoneWhenClosed() throws Exception {
    Path file = folder.resolve("live.db");
    Set<Path> before = folders();
    try (Database live = Workshop.open(file)) {
      live.history().prepare();
      try (Database scratch = live.scratch().create().orElseThrow()) {
        assertThat(scratch.inspector().inspect().objects()).isEmpty();
        scratch.history().prepare();
        Workshop.migrate(scratch, "001", "PRAGMA foreign_keys = OFF; CREATE TABLE a (x);");
        Workshop.migrate(scratch, "002", "CREATE TABLE b (x);");
        assertThat(scratch.inspector().inspect().of(ObjectKind.TABLE)).hasSize(2);
        assertThat(live.inspector().inspect().objects()).isEmpty();
        assertThat(folders()).hasSize(before.size() + 1);
      }
    }
    assertThat(folders()).isEqualTo(before);
  }

  @Test
  void whatAKilledProcessLeftIsClearedAwayAndWhatIsInUseIsNot() throws Exception {
    Path left = Files.createTempDirectory("liftlock-scratch-");
    FileChannel.open(left.resolve("owner"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)
        .close();
    Files.writeString(left.resolve("scratch.db"), "");
    try (Database live = Workshop.open(folder.resolve("live.db"));
        Database first = live.scratch().create().orElseThrow()) {
      assertThat(left).doesNotExist();
      first.history().prepare();
      try (Database second = live.scratch().create().orElseThrow()) {
        second.history().prepare();
        assertThat(first.history().read().entries()).isEmpty();
      }
      assertThat(first.inspector().inspect().objects()).isEmpty();
    }
  }
}
