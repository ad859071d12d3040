package io.liftlock.engine.safety.rules.data;

import io.liftlock.engine.safety.Rule;
import java.util.List;

/** The rules of this family. */
public final class DataRules {

  private DataRules() {}

  /** All of them. */
  public static List<Rule> all() {
    return List.of(new WriteTouchesAllRows(), new WriteUnderStrongLock());
  }
}
