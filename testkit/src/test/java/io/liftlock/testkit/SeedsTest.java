package io.liftlock.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class SeedsTest {

  @Test
  void failureNamesTheSeedThatRepeatsIt() {
    long[] drawn = {0};
    String message = null;
    try {
      Seeds.once(
          random -> {
            drawn[0] = random.nextLong();
            throw new AssertionError("no luck");
          });
    } catch (AssertionError e) {
      message = e.getMessage();
    }
    assertThat(message).startsWith("no luck").contains("-Dliftlock.test.seed=");
    String seed = message.substring(message.indexOf('=') + 1);

    System.setProperty("liftlock.test.seed", seed);
    try {
      Seeds.times(5, random -> assertThat(random.nextLong()).isEqualTo(drawn[0]));
    } finally {
      System.clearProperty("liftlock.test.seed");
    }
  }

  @Test
  void everyTrialHasItsOwnSeed() {
    Set<Long> drawn = new HashSet<>();
    Seeds.times(20, random -> drawn.add(random.nextLong()));
    assertThat(drawn).hasSize(20);
  }

  @Test
  void exceptionsCountAsFailures() {
    assertThatThrownBy(
            () ->
                Seeds.once(
                    random -> {
                      throw new java.io.IOException("broken");
                    }))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("broken");
  }
}
