package io.liftlock.postgres.grammar;

import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.Interval;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.SconstContext;

/** The values of string literals. */
final class Literals {

  private Literals() {}

  /** What a string says: quotes, tags and escapes taken off. */
  static String of(SconstContext string) {
    if (string.BeginDollarStringConstant() != null) {
      List<TerminalNode> parts = string.Text_between_Dollar();
      StringBuilder text = new StringBuilder();
      parts.forEach(part -> text.append(part.getText()));
      return text.toString();
    }
    if (string.StringConstant() != null) {
      String written = text(string.StringConstant());
      boolean escapes = written.charAt(0) == 'e' || written.charAt(0) == 'E';
      String joined = joined(written);
      return escapes ? unescaped(joined) : joined.replace("''", "'");
    }
    String joined = joined(text(string.UnicodeEscapeStringConstant()).substring(2));
    char escape =
        string.uescape() == null ? '\\' : text(string.uescape().StringConstant()).charAt(1);
    return UnicodeEscapes.decode(joined.replace("''", "'"), escape);
  }

  private static String text(TerminalNode node) {
    Token token = node.getSymbol();
    return token.getInputStream().getText(Interval.of(token.getStartIndex(), token.getStopIndex()));
  }

  /** What stands between the quotes, of parts on several lines joined. */
  private static String joined(String written) {
    StringBuilder text = new StringBuilder(written.length());
    boolean inside = false;
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c != '\'') {
        if (inside) {
          text.append(c);
        }
      } else if (inside && i + 1 < written.length() && written.charAt(i + 1) == '\'') {
        text.append("''");
        i++;
      } else {
        inside = !inside;
      }
    }
    return text.toString();
  }

  private static String unescaped(String escaped) {
    StringBuilder text = new StringBuilder(escaped.length());
    for (int i = 0; i < escaped.length(); i++) {
      char c = escaped.charAt(i);
      boolean pair = i + 1 < escaped.length();
      if (c == '\'' && pair) {
        text.append('\'');
        i++;
      } else if (c == '\\' && pair) {
        i++;
        text.append(
            switch (escaped.charAt(i)) {
              case 'n' -> '\n';
              case 't' -> '\t';
              case 'r' -> '\r';
              case 'b' -> '\b';
              case 'f' -> '\f';
              default -> escaped.charAt(i);
            });
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}
