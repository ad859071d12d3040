package io.liftlock.engine.safety.rules.columns;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Tokens;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * A name longer than the server keeps: it is cut without an error, and two of them may become one.
 * Hazard C38.
 */
public final class NameIsCutShort implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  private static final int LONGEST = 63;

  @Override
  public void check(Moment moment, Findings findings) {
    if (moment.inBody() || moment.statement().isLarge()) {
      return;
    }
    String text = moment.statement().text();
    if (!mayHoldLongName(text)) {
      return;
    }
    Tokens words = Tokens.of(Dialect.POSTGRES, text);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < words.size(); i++) {
      if (words.isName(i) && seen.add(words.plainName(i))) {
        String name = words.plainName(i);
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LONGEST) {
          findings.add(
              offset(text, words.start(i)),
              "the name " + name + " has " + bytes.length + " bytes, of which 63 are kept",
              "a NOTICE is all that is said; code that looks for the whole name in the catalog does"
                  + " not find it, and names that begin alike become one");
        }
      }
    }
  }

  /** Almost no statement does, and to look is cheaper than to cut it into words. */
  private static boolean mayHoldLongName(String text) {
    int bytes = 0;
    for (int i = 0; i < text.length() && bytes <= LONGEST; i++) {
      char c = text.charAt(i);
      if (c == '"') {
        return true;
      }
      bytes = Character.isLetterOrDigit(c) || c == '_' || c == '$' ? bytes + (c < 128 ? 1 : 3) : 0;
    }
    return bytes > LONGEST;
  }

  /** Tokens count bytes, places count characters. */
  private static int offset(String text, int bytes) {
    byte[] all = text.getBytes(StandardCharsets.UTF_8);
    return new String(all, 0, bytes, StandardCharsets.UTF_8).length();
  }
}
