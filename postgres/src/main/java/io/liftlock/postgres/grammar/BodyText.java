package io.liftlock.postgres.grammar;

import java.util.Arrays;
import org.antlr.v4.runtime.Token;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.SconstContext;

/** Takes the quotes off a string that holds SQL, and keeps where each character stands. */
final class BodyText {

  private final String written;
  private final StringBuilder text = new StringBuilder();
  private final int[] offsets;

  private BodyText(String written, int start) {
    this.written = written;
    this.offsets = new int[written.length() - start + 1];
  }

  /** The text inside a string. */
  static Source of(SconstContext string, Source source) {
    if (string.BeginDollarStringConstant() != null) {
      int from = source.end(string.BeginDollarStringConstant().getSymbol());
      int to = source.start(string.EndDollarStringConstant().getSymbol());
      return source.inside(source.text().substring(from, to), sequence(from, to));
    }
    if (string.StringConstant() == null) {
      return unicode(string, source);
    }
    Token token = string.StringConstant().getSymbol();
    int start = source.start(token);
    BodyText body = new BodyText(source.text(), start);
    char prefix = source.text().charAt(start);
    body.read(start, source.end(token), prefix == 'e' || prefix == 'E');
    return source.inside(body.text.toString(), body.offsets(source.end(token) - 1));
  }

  /** Unicode escapes: too rare in bodies to follow each of them, so all stands at the begin. */
  private static Source unicode(SconstContext string, Source source) {
    String text = Literals.of(string);
    int[] offsets = new int[text.length() + 1];
    Arrays.fill(offsets, source.start(string.getStart()));
    return source.inside(text, offsets);
  }

  private static int[] sequence(int from, int to) {
    int[] offsets = new int[to - from + 1];
    Arrays.setAll(offsets, i -> from + i);
    return offsets;
  }

  private int[] offsets(int end) {
    int[] all = Arrays.copyOf(offsets, text.length() + 1);
    all[text.length()] = end;
    return all;
  }

  /** Reads all parts of a string, which may stand on several lines. */
  private void read(int from, int to, boolean escapes) {
    boolean inside = false;
    int i = from;
    while (i < to) {
      char c = written.charAt(i);
      if (c == '\'') {
        boolean doubled = inside && i + 1 < to && written.charAt(i + 1) == '\'';
        if (doubled) {
          append('\'', i);
          i++;
        } else {
          inside = !inside;
        }
        i++;
      } else if (inside && escapes && c == '\\' && i + 1 < to) {
        i = escape(i);
      } else {
        if (inside) {
          append(c, i);
        }
        i++;
      }
    }
  }

  /** One escape; answers the index behind it. */
  private int escape(int at) {
    char kind = written.charAt(at + 1);
    switch (kind) {
      case 'n' -> append('\n', at);
      case 't' -> append('\t', at);
      case 'r' -> append('\r', at);
      case 'b' -> append('\b', at);
      case 'f' -> append('\f', at);
      case 'x' -> {
        return number(at, at + 2, 2, 16);
      }
      case 'u' -> {
        return number(at, at + 2, 4, 16);
      }
      case 'U' -> {
        return number(at, at + 2, 8, 16);
      }
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        return number(at, at + 1, 3, 8);
      }
      default -> append(kind, at);
    }
    return at + 2;
  }

  private int number(int at, int from, int most, int radix) {
    int value = 0;
    int i = from;
    while (i < from + most
        && i < written.length()
        && Character.digit(written.charAt(i), radix) >= 0) {
      value = value * radix + Character.digit(written.charAt(i), radix);
      i++;
    }
    for (char c : Character.toChars(Character.isValidCodePoint(value) ? value : '?')) {
      append(c, at);
    }
    return i;
  }

  private void append(char c, int at) {
    offsets[text.length()] = at;
    text.append(c);
  }
}
