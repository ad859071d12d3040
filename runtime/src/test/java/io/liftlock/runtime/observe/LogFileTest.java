package io.liftlock.runtime.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.database.LockHolder;
import io.liftlock.core.event.Event;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-20T12:00:00.1234Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  @Test
  void everyEventIsALineThatIsInTheFileAtOnce() throws Exception {
    Path file = folder.resolve("logs/run.log");
    try (LogFile log = LogFile.open(file, NOON)) {
      log.on(new Event.LockAwaited("main", new LockHolder("anna@desk, process 7")));
      assertThat(Files.readAllLines(file))
          .containsExactly(
              "2026-11-20T12:00:00.123Z main  another run holds the migration lock, waiting for it:"
                  + " anna@desk, process 7");
      log.on(new Event.LockAcquired("main", Duration.ofMillis(1500)));
      log.line("liftlock", "two\nlines");
    }
    assertThat(Files.readAllLines(file))
        .hasSize(4)
        .last()
        .isEqualTo("2026-11-20T12:00:00.123Z liftlock  lines");
  }

  @Test
  void anOlderLogIsContinued() throws Exception {
    Path file = Files.writeString(folder.resolve("run.log"), "before\n");
    try (LogFile log = LogFile.open(file, NOON)) {
      log.line("main", "after");
    }
    assertThat(Files.readAllLines(file)).hasSize(2).first().isEqualTo("before");
  }
}
