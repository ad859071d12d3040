package io.liftlock.engine.run;

import io.liftlock.core.database.Blocker;
import java.time.Duration;

/** How a blocking session is told to people. */
public final class Blockers {

  private Blockers() {}

  /** Process, application, user, age and query in one line; what cannot be seen is left out. */
  public static String describe(Blocker blocker) {
    StringBuilder text = new StringBuilder("process ").append(blocker.processId());
    if (!blocker.application().isEmpty()) {
      text.append(", application ").append(blocker.application());
    }
    if (blocker.user() != null) {
      text.append(", user ").append(blocker.user());
    }
    Duration age = blocker.age();
    if (age != null) {
      text.append(", in its transaction for ").append(age.toSeconds()).append(" s");
    }
    if (blocker.query() != null) {
      text.append(": ").append(blocker.query());
    }
    return text.toString();
  }
}
