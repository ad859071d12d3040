package io.liftlock.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.database.ServerSource.Lease;
import io.liftlock.embedded.EmbeddedServerSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is unpacked for all of a user's projects, in a cache that is still empty. */
class UnpackingTest {

  @TempDir Path folder;

  /** Uses a server of its own for a moment. */
  static final class User {
    public static void main(String[] arguments) throws Exception {
      try (Lease lease =
          new EmbeddedServerSource()
              .lease(DatabaseUrl.parse("embedded:main?durability=none"), Path.of(""))) {
        try (var connection = ScratchDatabase.connect(lease.url())) {
          System.out.println("connected " + connection.isValid(10));
        }
      }
    }
  }

  private Forked user(String project) throws IOException {
    return Forked.start(
        Files.createDirectory(folder.resolve(project)),
        List.of("-Dliftlock.cache=" + folder.resolve("cache")),
        User.class.getName());
  }

  @Test
  void twoAtOnceBothSucceed() throws IOException {
    try (Forked one = user("one");
        Forked two = user("two")) {
      assertThat(one.await("connected ")).isEqualTo("true");
      assertThat(two.await("connected ")).isEqualTo("true");
      assertThat(one.exitCode()).isZero();
      assertThat(two.exitCode()).isZero();
    }
  }

  @Test
  void whatAKilledProcessLeftHalfDoneIsNeverUsed() throws IOException {
    try (Forked killed = user("killed")) {
      while (!unpackingBegan()) {
        assertThat(killed.handle().isAlive()).as(killed.output()).isTrue();
        Thread.onSpinWait();
      }
      killed.kill();
    }
    try (Forked next = user("next")) {
      assertThat(next.await("connected ")).isEqualTo("true");
    }
  }

  private boolean unpackingBegan() throws IOException {
    Path cache = folder.resolve("cache/postgres");
    if (!Files.isDirectory(cache)) {
      return false;
    }
    try (var versions = Files.list(cache)) {
      return versions.anyMatch(version -> Files.exists(version.resolve("server.new/share")));
    }
  }
}
