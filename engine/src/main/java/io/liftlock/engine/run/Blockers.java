package io.liftlock.engine.run;

import io.liftlock.core.database.Blocker;
import java.time.Duration;
import java.util.stream.Collectors;

/** How a blocking session is told to people. */
public final class Blockers {

  private Blockers() {}

  /**
   * Process, application, user, age, what it holds, and query, in one line; what cannot be seen is
   * left out.
   */
  public static String describe(Blocker blocker) {
    StringBuilder text = new StringBuilder(who(blocker));
    if (!blocker.application().isEmpty()) {
      text.append(", application ").append(blocker.application());
    }
    if (blocker.user() != null) {
      text.append(", user ").append(blocker.user());
    }
    Duration age = blocker.age();
    if (age != null) {
      boolean prepared = blocker.kind() == Blocker.Kind.PREPARED;
      text.append(prepared ? ", prepared for " : ", in its transaction for ");
      text.append(age.toSeconds()).append(" s");
    }
    if (blocker.kind() == Blocker.Kind.IDLE) {
      text.append(", idle");
    }
    if (!blocker.holds().isEmpty()) {
      text.append(blocker.kind() == Blocker.Kind.WAITING ? ", waits for " : ", holds ")
          .append(
              blocker.holds().stream()
                  .map(lock -> lock.mode().sql() + " on " + lock.relation())
                  .collect(Collectors.joining(", ")));
    }
    if (blocker.query() != null && blocker.kind() != Blocker.Kind.PREPARED) {
      text.append(": ").append(blocker.query());
    }
    return text.toString();
  }

  private static String who(Blocker blocker) {
    return switch (blocker.kind()) {
      case SESSION, IDLE, WAITING -> "process " + blocker.processId();
      case PREPARED -> "prepared transaction " + blocker.query();
      case AUTOVACUUM -> "process " + blocker.processId() + ", an autovacuum";
      case WRAPAROUND -> "process " + blocker.processId() + ", an autovacuum to prevent wraparound";
      case BACKUP -> "process " + blocker.processId() + ", a backup";
    };
  }
}
