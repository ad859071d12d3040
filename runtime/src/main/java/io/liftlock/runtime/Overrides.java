package io.liftlock.runtime;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a person decides for one run, against the policy of the environment.
 *
 * @param lint whether findings are looked for at all
 * @param lintBecause why findings that the policy refuses do not stop it
 * @param windowBecause why it runs outside of the maintenance window
 */
public record Overrides(Lint lint, Optional<String> lintBecause, Optional<String> windowBecause) {

  /** Whether findings are looked for. */
  public enum Lint {
    AS_CONFIGURED,
    /** They are not; refused where the policy stops runs for what is found. */
    SKIPPED
  }

  /** None. */
  public static final Overrides NONE =
      new Overrides(Lint.AS_CONFIGURED, Optional.empty(), Optional.empty());

  /** What the history keeps of it, where there is something to keep. */
  Optional<String> reason() {
    String text =
        String.join(
            "; ",
            Stream.of(
                    lintBecause.map(because -> "lint overridden: " + because),
                    windowBecause.map(because -> "outside the window: " + because))
                .flatMap(Optional::stream)
                .toList());
    return Optional.of(text).filter(said -> !said.isEmpty());
  }
}
