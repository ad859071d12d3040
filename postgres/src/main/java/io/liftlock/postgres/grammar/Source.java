package io.liftlock.postgres.grammar;

import java.util.Arrays;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/**
 * The text that the grammar reads, and where each of its characters stands in the statement: the
 * statement itself, or the body of a routine inside one of its strings. All offsets count Java's
 * characters.
 */
final class Source {

  private final String text;

  /** Where each character, and the end, stands in the statement. */
  private final int[] places;

  /**
   * Where each code point, which is what the grammar counts, begins in the text; empty where each
   * takes one character of Java's.
   */
  private final int[] codePoints;

  private Source(String text, int[] places) {
    this.text = text;
    this.places = places;
    this.codePoints = codePoints(text);
  }

  /** A whole statement. */
  static Source of(String statement) {
    int[] places = new int[statement.length() + 1];
    Arrays.setAll(places, i -> i);
    return new Source(statement, places);
  }

  /**
   * A text that stands inside this one.
   *
   * @param inner the text, quotes taken away
   * @param offsets where each of its characters, and its end, stands in this text
   */
  Source inside(String inner, int[] offsets) {
    int[] composed = new int[offsets.length];
    Arrays.setAll(composed, i -> places[offsets[i]]);
    return new Source(inner, composed);
  }

  /** Several texts of the same statement one behind the other. */
  static Source joined(List<Source> parts) {
    StringBuilder text = new StringBuilder();
    parts.forEach(part -> text.append(part.text));
    int[] places = new int[text.length() + 1];
    int at = 0;
    for (Source part : parts) {
      System.arraycopy(part.places, 0, places, at, part.places.length);
      at += part.text.length();
    }
    return new Source(text.toString(), places);
  }

  /** The text. */
  String text() {
    return text;
  }

  /** What the source says of a node, comments and blanks as written. */
  String text(ParserRuleContext node) {
    int from = start(node.getStart());
    int to = node.getStop() == null ? from : end(node.getStop());
    return from < to ? text.substring(from, to) : "";
  }

  /** Where a node begins in the statement. */
  int at(ParserRuleContext node) {
    return at(start(node.getStart()));
  }

  /** Where a token begins in the statement. */
  int at(Token token) {
    return at(start(token));
  }

  /** Where an offset of this text stands in the statement. */
  int at(int offset) {
    return places[Math.min(offset, places.length - 1)];
  }

  /** Offset of a token's first character in this text. */
  int start(Token token) {
    return offset(token.getStartIndex());
  }

  /** Offset behind a token's last character in this text. */
  int end(Token token) {
    return offset(token.getStopIndex() + 1);
  }

  private int offset(int codePoint) {
    return codePoints.length == 0 ? codePoint : codePoints[codePoint];
  }

  private static int[] codePoints(String text) {
    int count = text.codePointCount(0, text.length());
    if (count == text.length()) {
      return new int[0];
    }
    int[] starts = new int[count + 1];
    for (int i = 1; i <= count; i++) {
      starts[i] = text.offsetByCodePoints(starts[i - 1], 1);
    }
    return starts;
  }
}
