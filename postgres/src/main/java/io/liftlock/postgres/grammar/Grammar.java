package io.liftlock.postgres.grammar;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.antlr.v4.runtime.tree.ParseTree;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLLexer;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Plpgsql_functionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.SqlContext;

/** Runs the grammar over a text: one of its rules must take it whole. */
final class Grammar {

  private Grammar() {}

  /** Reads statements with or without semicolons. */
  static SqlContext script(Source source) throws SyntaxProblem {
    return read(source, SQLParser::sql);
  }

  /** Reads a body in PL/pgSQL. */
  static Plpgsql_functionContext plpgsql(Source source) throws SyntaxProblem {
    return read(source, SQLParser::plpgsql_function, IntoTargets::hide);
  }

  /**
   * Reads by a rule that ends with the text.
   *
   * @throws SyntaxProblem where the rule does not take the text
   */
  static <T extends ParseTree> T read(Source source, Function<SQLParser, T> rule)
      throws SyntaxProblem {
    return read(source, rule, tokens -> {});
  }

  private static <T extends ParseTree> T read(
      Source source, Function<SQLParser, T> rule, Consumer<List<Token>> tokenChange)
      throws SyntaxProblem {
    FirstError error = new FirstError(source);
    SQLLexer lexer = new SQLLexer(CharStreams.fromString(EscapedQuotes.doubled(source.text())));
    lexer.removeErrorListeners();
    lexer.addErrorListener(error);
    CommonTokenStream tokens = new CommonTokenStream(lexer);
    SQLParser parser = new SQLParser(tokens);
    parser.removeErrorListeners();
    parser.addErrorListener(error);
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    try {
      tokens.fill();
      tokenChange.accept(tokens.getTokens());
      return rule.apply(parser);
    } catch (ParseCancellationException e) {
      throw new SyntaxProblem(error.at, error.reason);
    }
  }

  /** Keeps the first error and ends the reading there. */
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
        RecognitionException e) {
      at = symbol instanceof Token token ? source.start(token) : 0;
      reason = message;
      throw new ParseCancellationException(message);
    }
  }
}
