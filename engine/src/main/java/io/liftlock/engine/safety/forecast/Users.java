package io.liftlock.engine.safety.forecast;

import io.liftlock.engine.safety.outline.ConstraintOutline;
import io.liftlock.engine.safety.outline.IndexOutline;

/** Whether something uses a column. */
final class Users {

  private Users() {}

  static boolean of(IndexOutline index, String column) {
    return index.included().contains(column) || key(index, column) || computed(index, column);
  }

  /** As a plain part of its key. */
  static boolean key(IndexOutline index, String column) {
    return index.parts().stream()
        .anyMatch(part -> part.column().filter(column::equals).isPresent());
  }

  /** In an expression or a condition, whose values the server cannot compare. */
  static boolean computed(IndexOutline index, String column) {
    return index.where().filter(each -> each.columns().contains(column)).isPresent()
        || index.parts().stream()
            .anyMatch(
                part -> part.expression().filter(e -> e.columns().contains(column)).isPresent());
  }

  static boolean of(ConstraintOutline constraint, String column) {
    return constraint.columns().contains(column)
        || constraint.check().filter(each -> each.columns().contains(column)).isPresent();
  }
}
