package io.liftlock.postgres.grammar;

import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/**
 * Hides {@code INTO variable} from the grammar: PL/pgSQL itself takes it out of a statement,
 * wherever it stands there, before it reads the statement as SQL.
 */
final class IntoTargets {

  private final List<Token> tokens;

  private IntoTargets(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** Hides them all in the tokens of a body. */
  static void hide(List<Token> tokens) {
    List<Token> visible =
        tokens.stream()
            .filter(token -> token.getChannel() == Token.DEFAULT_CHANNEL)
            .filter(token -> token.getType() != Token.EOF)
            .toList();
    new IntoTargets(visible).hide();
  }

  private void hide() {
    int i = 0;
    while (i < tokens.size()) {
      if (type(i) == SQLParser.INTO && !isTableAhead(i)) {
        int end = target(i + 1);
        for (; i < end; i++) {
          ((CommonToken) tokens.get(i)).setChannel(Token.HIDDEN_CHANNEL);
        }
      } else {
        i++;
      }
    }
  }

  /** Whether INTO is followed by what is written: INSERT INTO, MERGE INTO, IMPORT … INTO. */
  private boolean isTableAhead(int into) {
    int before = type(into - 1);
    if (before == SQLParser.INSERT || before == SQLParser.MERGE) {
      return true;
    }
    for (int i = into - 1; i >= 0 && type(i) != SQLParser.SEMI_COLON; i--) {
      if (type(i) == SQLParser.IMPORT && type(i + 1) == SQLParser.FOREIGN) {
        return true;
      }
    }
    return false;
  }

  /** Index behind the variables of a target. */
  private int target(int start) {
    int i = variable(type(start) == SQLParser.STRICT ? start + 1 : start);
    while (type(i) == SQLParser.COMMA) {
      i = variable(i + 1);
    }
    return i;
  }

  private int variable(int start) {
    int i = start + 1;
    while (type(i) == SQLParser.DOT || type(i) == SQLParser.LEFT_BRACKET) {
      i = type(i) == SQLParser.DOT ? i + 2 : behindBracket(i);
    }
    return Math.min(i, tokens.size());
  }

  private int behindBracket(int open) {
    int i = open;
    int depth = 0;
    do {
      depth += type(i) == SQLParser.LEFT_BRACKET ? 1 : 0;
      depth -= type(i) == SQLParser.RIGHT_BRACKET ? 1 : 0;
      i++;
    } while (depth > 0 && i < tokens.size());
    return i;
  }

  private int type(int index) {
    return index >= 0 && index < tokens.size() ? tokens.get(index).getType() : Token.EOF;
  }
}
