package io.liftlock.postgres.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/** The tokens of a statement without blanks and comments, to be changed here and there. */
final class TokenRow {

  private final List<Token> tokens;
  private final Token end;
  private boolean changed;

  private TokenRow(List<Token> tokens, Token end) {
    this.tokens = tokens;
    this.end = end;
  }

  /** What a lexer gave, the end of the text last. */
  static TokenRow of(List<Token> all) {
    List<Token> visible = new ArrayList<>();
    for (Token token : all) {
      if (token.getChannel() == Token.DEFAULT_CHANNEL && token.getType() != Token.EOF) {
        visible.add(token);
      }
    }
    return new TokenRow(visible, all.get(all.size() - 1));
  }

  /** The tokens, the end of the text last. */
  List<Token> tokens() {
    List<Token> all = new ArrayList<>(tokens);
    all.add(end);
    return all;
  }

  /** Whether anything was changed. */
  boolean isChanged() {
    return changed;
  }

  /** How many they are, the end left out. */
  int size() {
    return tokens.size();
  }

  /** The type of the token at an index; that of the end outside. */
  int type(int index) {
    return index >= 0 && index < tokens.size() ? tokens.get(index).getType() : Token.EOF;
  }

  /** Whether tokens of these types stand here, one behind the other. */
  boolean are(int index, int... types) {
    for (int i = 0; i < types.length; i++) {
      if (type(index + i) != types[i]) {
        return false;
      }
    }
    return true;
  }

  /** The token's text in lower case. */
  String text(int index) {
    return index < tokens.size() ? tokens.get(index).getText().toLowerCase(Locale.ROOT) : "";
  }

  /** Whether two tokens touch. */
  boolean touch(int left, int right) {
    return right < tokens.size()
        && tokens.get(left).getStopIndex() + 1 == tokens.get(right).getStartIndex();
  }

  /** Calls a token something else; its text stays. */
  void retype(int index, int type) {
    CommonToken token = new CommonToken(tokens.get(index));
    token.setType(type);
    tokens.set(index, token);
    changed = true;
  }

  /** Puts a token that is not in the text before another, or at the end. */
  void insert(int index, int type, String text) {
    CommonToken token = new CommonToken(index < tokens.size() ? tokens.get(index) : end);
    token.setType(type);
    token.setText(text);
    token.setStopIndex(token.getStartIndex() - 1);
    tokens.add(index, token);
    changed = true;
  }

  /** Takes tokens out, from one index to before another. */
  void remove(int from, int to) {
    tokens.subList(from, to).clear();
    changed = true;
  }

  /** Makes one token of several: a number of these texts joined. */
  void joinNumber(int from, int to) {
    CommonToken joined = new CommonToken(tokens.get(from));
    StringBuilder text = new StringBuilder();
    tokens.subList(from, to).forEach(token -> text.append(token.getText()));
    joined.setType(SQLParser.Integer);
    joined.setText(text.toString());
    joined.setStopIndex(tokens.get(to - 1).getStopIndex());
    remove(from, to);
    tokens.add(from, joined);
  }

  /** Puts tokens into another order; each place in the text gets the words of its new token. */
  void reorder(int from, List<Token> order) {
    List<Token> placed = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      Token place = tokens.get(from + i);
      CommonToken token = new CommonToken(order.get(i));
      token.setText(order.get(i).getText());
      token.setStartIndex(place.getStartIndex());
      token.setStopIndex(place.getStopIndex());
      placed.add(token);
    }
    for (int i = 0; i < placed.size(); i++) {
      tokens.set(from + i, placed.get(i));
    }
    changed = true;
  }

  /** The tokens from one index to before another. */
  List<Token> slice(int from, int to) {
    return List.copyOf(tokens.subList(from, to));
  }

  /** Index of the first token of a type outside parentheses, from here on; the size if none. */
  int find(int from, int type) {
    int i = from;
    while (i < size() && type(i) != type) {
      i = type(i) == SQLParser.LEFT_PAREN ? behindParens(i) : i + 1;
    }
    return Math.min(i, size());
  }

  /** Index behind a name with its schema. */
  int behindName(int index) {
    int i = index + 1;
    while (type(i) == SQLParser.DOT) {
      i += 2;
    }
    return Math.min(i, size());
  }

  /** Index behind a group in parentheses; the same where none begins. */
  int behindParens(int index) {
    if (type(index) != SQLParser.LEFT_PAREN) {
      return index;
    }
    int depth = 0;
    int i = index;
    do {
      depth += type(i) == SQLParser.LEFT_PAREN ? 1 : 0;
      depth -= type(i) == SQLParser.RIGHT_PAREN ? 1 : 0;
      i++;
    } while (depth > 0 && i < size());
    return i;
  }
}
