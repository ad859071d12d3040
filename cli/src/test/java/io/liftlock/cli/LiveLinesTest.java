package io.liftlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Lines that change in place. */
class LiveLinesTest {

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private Terminal terminal(boolean interactive) {
    return new Terminal(
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        new ByteArrayInputStream(new byte[0]),
        false,
        interactive,
        interactive);
  }

  @Test
  void whatIsDrawnIsTakenAwayBeforeAnotherLineAndAtTheEnd() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(3);
    LiveLines live =
        new LiveLines(
            terminal(true),
            true,
            () -> {
              asked.countDown();
              return List.of("one", "x".repeat(200));
            });
    live.watch();
    // Asked a third time, it has drawn at least once.
    assertThat(asked.await(Duration.ofSeconds(20).toMillis(), TimeUnit.MILLISECONDS)).isTrue();
    live.close();
    String drawn = err.toString(StandardCharsets.UTF_8);
    assertThat(drawn)
        .startsWith("one\n" + "x".repeat(79))
        .doesNotContain("x".repeat(80))
        .endsWith("\r\u001b[K\u001b[1A\r\u001b[K");
  }

  @Test
  void whereNobodyWatchesNothingIsDrawn() {
    LiveLines live =
        new LiveLines(
            terminal(false),
            true,
            () -> {
              throw new AssertionError("asked for a picture");
            });
    live.watch();
    live.note("a line");
    live.close();
    assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("a line\n");
    assertThat(live.isLive()).isFalse();
  }
}
