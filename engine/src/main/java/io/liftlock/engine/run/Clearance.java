package io.liftlock.engine.run;

import io.liftlock.core.database.Blocker;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Sessions that may be asked to give way. All of it has to hold of a session; one of which the age
 * cannot be seen never matches.
 *
 * @param application a pattern of its application name, in which {@code *} stands for anything;
 *     empty where any will do
 * @param user a pattern of its user's name; empty where any will do
 * @param olderThan how long its transaction has to be open
 * @param terminate whether the session may be ended as a whole where giving up its statement does
 *     not help
 */
public record Clearance(
    Optional<String> application, Optional<String> user, Duration olderThan, boolean terminate) {

  /** Whether it allows to end a session. */
  public boolean covers(Blocker blocker) {
    boolean person =
        switch (blocker.kind()) {
          case SESSION, IDLE, BACKUP -> true;
          // It holds nothing yet, has no session, or is the server's own.
          case WAITING, PREPARED, AUTOVACUUM, WRAPAROUND -> false;
        };
    Duration age = blocker.age();
    String name = blocker.user();
    return person
        && age != null
        && age.compareTo(olderThan) >= 0
        && application.map(pattern -> matches(pattern, blocker.application())).orElse(true)
        && user.map(pattern -> name != null && matches(pattern, name)).orElse(true);
  }

  private static boolean matches(String pattern, String name) {
    String regex =
        Arrays.stream(pattern.split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    return Pattern.compile(regex, Pattern.DOTALL).matcher(name).matches();
  }
}
