package io.liftlock.engine.safety.fix;

import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Tokens;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.Command;
import java.nio.charset.StandardCharsets;
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
      String action = sql.substring(alter.actions().get(i).at(), end);
      Tokens tokens = Tokens.of(Dialect.POSTGRES, action);
      int count = last ? tokens.size() : tokens.size() - 1;
      if (count < 1 || (!last && !tokens.isSign(count, ","))) {
        return Optional.empty();
      }
      int behind = behind(action, tokens, count - 1);
      // What its author wrote behind it goes before it: a semicolon must not end up in a comment.
      String comment = action.substring(behind).strip().replaceFirst("^,", "").strip();
      parts.add((comment.isEmpty() ? "" : comment + "\n") + head + action.substring(0, behind));
    }
    return Optional.of(parts);
  }

  /** The index behind a token; tokens count bytes. */
  private static int behind(String text, Tokens tokens, int index) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new String(bytes, 0, tokens.start(index), StandardCharsets.UTF_8).length()
        + tokens.written(index).length();
  }
}
