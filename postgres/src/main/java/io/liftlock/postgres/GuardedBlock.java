package io.liftlock.postgres;

import io.liftlock.core.sql.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * The definitions in the body of a DO block of the usual form: {@code IF NOT EXISTS (SELECT … FROM
 * information_schema …) THEN ALTER TABLE … ADD COLUMN …; END IF}, or CREATE with {@code EXCEPTION
 * WHEN duplicate_object THEN NULL}.
 */
final class GuardedBlock {

  private GuardedBlock() {}

  /** The definitions in order; none where the block does anything else. */
  static List<Tokens> definitions(Tokens body) {
    List<Tokens> definitions = new ArrayList<>();
    int at = 0;
    while (at < body.size()) {
      switch (body.word(at)) {
        case "begin", "else", "exception" -> at++;
        case "if", "elsif", "when" -> {
          int then = body.find(at, "then");
          if (then < 0) {
            return List.of();
          }
          at = then + 1;
        }
        case "end", "null", "raise" -> at = behindSemicolon(body, at);
        case "create", "alter", "drop", "comment" -> {
          int end = behindSemicolon(body, at);
          definitions.add(body.slice(at, end - 1));
          at = end;
        }
        default -> {
          return List.of();
        }
      }
    }
    return definitions;
  }

  private static int behindSemicolon(Tokens body, int from) {
    int at = from;
    while (at < body.size() && !body.isSign(at, ";")) {
      at++;
    }
    return at + 1;
  }
}
