package io.liftlock.engine.safety.fix;

import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts an ALTER of several actions into one ALTER for each, so that each can have its own way. */
final class AlterCutter {

  private AlterCutter() {}

  /** The statements, where there is more than one action. */
  static Optional<List<String>> cut(String sql, Command command) {
    if (!(command instanceof AlterTable alter) || alter.actions().size() < 2) {
      return Optional.empty();
    }
    String head = sql.substring(0, alter.actions().get(0).at());
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < alter.actions().size(); i++) {
      boolean last = i + 1 == alter.actions().size();
      int end = last ? sql.length() : alter.actions().get(i + 1).at();
      String action = sql.substring(alter.actions().get(i).at(), end).stripTrailing();
      if (!last) {
        int comma = action.lastIndexOf(',');
        if (comma < 0) {
          return Optional.empty();
        }
        // A comment may stand behind the comma; it stays with the action before it.
        action = (action.substring(0, comma) + action.substring(comma + 1)).stripTrailing();
      }
      parts.add(head + action);
    }
    return Optional.of(parts);
  }
}
