package io.liftlock.postgres.grammar;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.Vocabulary;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/** Says what is wrong with a token in a sentence for people. */
final class Complaint {

  /** More words than these help nobody. */
  private static final int MOST = 4;

  private static final int LONGEST = 40;

  private Complaint() {}

  /** The sentence, without a full stop. */
  static String of(Recognizer<?, ?> recognizer, Token token, @Nullable RecognitionException error) {
    return what(token) + expected(recognizer, error);
  }

  private static String what(Token token) {
    return switch (token.getType()) {
      case Token.EOF -> "the statement ends too early";
      case SQLParser.QUOTE_CHAR -> "the string that begins here is never closed";
      case SQLParser.DOUBLE_QUOTE -> "the quoted name that begins here is never closed";
      default -> "syntax error at " + quoted(token.getText());
    };
  }

  private static String quoted(String text) {
    int line = text.indexOf('\n');
    String first = line < 0 ? text : text.substring(0, line);
    return first.length() > LONGEST
        ? '"' + first.substring(0, first.offsetByCodePoints(0, LONGEST / 2)) + "…\""
        : '"' + first + '"';
  }

  /** What could have stood there; where many things could, nothing is said. */
  private static String expected(
      Recognizer<?, ?> recognizer, @Nullable RecognitionException error) {
    if (error instanceof NoViableAltException || !(recognizer instanceof Parser parser)) {
      return "";
    }
    IntervalSet types = parser.getExpectedTokens();
    if (types.size() > MOST) {
      return "";
    }
    Vocabulary vocabulary = parser.getVocabulary();
    List<String> words = new ArrayList<>();
    for (int type : types.toList()) {
      words.add(name(type, vocabulary));
    }
    words.remove("\";\"");
    return words.isEmpty() ? "" : ", expected " + String.join(" or ", words);
  }

  private static String name(int type, Vocabulary vocabulary) {
    if (type == Token.EOF) {
      return "the end";
    }
    String literal = vocabulary.getLiteralName(type);
    return literal == null
        ? "a " + vocabulary.getSymbolicName(type)
        : '"' + literal.substring(1, literal.length() - 1) + '"';
  }
}
