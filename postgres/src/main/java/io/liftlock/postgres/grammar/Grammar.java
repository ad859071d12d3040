package io.liftlock.postgres.grammar;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLLexer;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Plpgsql_functionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.SqlContext;

/** Runs the grammar over a text: one of its rules must take it whole. */
final class Grammar {

  /** How many parentheses may stand in each other. */
  private static final int DEEPEST = 200;

  private Grammar() {}

  /** Reads statements with or without semicolons. */
  static SqlContext script(Source source) {
    return read(source, SQLParser::sql, tokens -> {}, true);
  }

  /** Reads a body in PL/pgSQL. */
  static Plpgsql_functionContext plpgsql(Source source) {
    return read(source, SQLParser::plpgsql_function, IntoTargets::hide, false);
  }

  /**
   * Reads by a rule that ends with the text: first by the quick prediction, which on a statement
   * that it refuses may be wrong, then by the exact one, then in other words.
   *
   * @throws SyntaxProblem where the rule does not take the text
   */
  private static <T extends ParseTree> T read(
      Source source,
      Function<SQLParser, T> rule,
      Consumer<List<Token>> tokenChange,
      boolean reshaped) {
    FirstError error = new FirstError(source);
    CommonTokenStream tokens = tokens(source, error);
    try {
      tokens.fill();
      checkDepth(tokens.getTokens(), source);
      tokenChange.accept(tokens.getTokens());
      return rule.apply(parser(tokens, error, PredictionMode.SLL));
    } catch (ParseCancellationException quick) {
      tokens.seek(0);
    }
    try {
      return rule.apply(parser(tokens, error, PredictionMode.LL));
    } catch (ParseCancellationException exact) {
      SyntaxProblem problem = new SyntaxProblem(error.at, error.reason);
      if (reshaped) {
        return inOtherWords(tokens.getTokens(), rule, error).orElseThrow(() -> problem);
      }
      throw problem;
    }
  }

  /** Each level costs the prediction more than the one before; nobody writes this many. */
  private static void checkDepth(List<Token> tokens, Source source) {
    int depth = 0;
    for (Token token : tokens) {
      depth += token.getType() == SQLParser.LEFT_PAREN ? 1 : 0;
      depth -= token.getType() == SQLParser.RIGHT_PAREN ? 1 : 0;
      if (depth > DEEPEST) {
        throw new SyntaxProblem(source.start(token), "nested too deeply to be read");
      }
    }
  }

  private static <T extends ParseTree> Optional<T> inOtherWords(
      List<Token> written, Function<SQLParser, T> rule, FirstError error) {
    return Reshaping.of(written)
        .flatMap(
            words -> {
              CommonTokenStream tokens = new CommonTokenStream(new ListTokenSource(words));
              try {
                return Optional.of(rule.apply(parser(tokens, error, PredictionMode.LL)));
              } catch (ParseCancellationException e) {
                return Optional.empty();
              }
            });
  }

  private static CommonTokenStream tokens(Source source, FirstError error) {
    SQLLexer lexer = new SQLLexer(CharStreams.fromString(EscapedQuotes.doubled(source.text())));
    lexer.removeErrorListeners();
    lexer.addErrorListener(error);
    return new CommonTokenStream(lexer);
  }

  private static SQLParser parser(CommonTokenStream tokens, FirstError error, PredictionMode mode) {
    SQLParser parser = new SQLParser(tokens);
    parser.removeErrorListeners();
    parser.addErrorListener(error);
    parser.getInterpreter().setPredictionMode(mode);
    return parser;
  }

  /** Keeps the first error of a reading and ends the reading there. */
  private static final class FirstError extends BaseErrorListener {
    private final Source source;
    private int at;
    private String reason = "";

    private FirstError(Source source) {
      this.source = source;
    }

    @Override
    public void syntaxError(
        Recognizer<?, ?> recognizer,
        Object symbol,
        int line,
        int column,
        String message,
        @Nullable RecognitionException e) {
      if (symbol instanceof Token token) {
        at = token.getType() == Token.EOF ? source.text().length() : source.start(token);
        reason = Complaint.of(recognizer, token, e);
      } else {
        at = 0;
        reason = message;
      }
      throw new ParseCancellationException(message);
    }
  }
}
