package io.liftlock.sqlite;

import io.liftlock.testkit.Seeds;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever two schemas differ in, the way between them works, there and back. */
final class RandomDiffTest {

  @TempDir Path folder;

  private int count;

  @Test
  void isProvenBothWays() {
    Seeds.times(
        25,
        random -> {
          RandomPair pair = new RandomPair(random);
          String before = pair.before();
          String after = pair.after();
          try {
            ProvenChange.prove(folder.resolve("pair" + count++), before, after);
          } catch (AssertionError | Exception e) {
            throw new AssertionError(
                e.getMessage() + "\n\nbefore:\n" + before + "\nafter:\n" + after, e);
          }
        });
  }
}
