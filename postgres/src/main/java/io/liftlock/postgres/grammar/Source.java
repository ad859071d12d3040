package io.liftlock.postgres.grammar;

import java.util.Arrays;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.pgcodekeeper.core.parsers.antlr.base.CodeUnitToken;

/**
 * The text that the grammar reads, and where each of its characters stands in the statement: the
 * statement itself, or the body of a routine inside one of its strings. All offsets count Java's
 * characters.
 */
final class Source {

  private final String text;

  /** Where each character, and the end, stands in the statement. */
  private final int[] places;

  private Source(String text, int[] places) {
    this.text = text;
    this.places = places;
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
  static int start(Token token) {
    return ((CodeUnitToken) token).getCodeUnitStart();
  }

  /** Offset behind a token's last character in this text. */
  static int end(Token token) {
    return ((CodeUnitToken) token).getCodeUnitStop() + 1;
  }
}
