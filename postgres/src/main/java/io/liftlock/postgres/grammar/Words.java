package io.liftlock.postgres.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/** The keywords that a command begins with. */
final class Words {

  /** No command is told from others by more words. */
  private static final int MOST = 4;

  private Words() {}

  /** The leading keywords in lower case, up to the first name, number, string or sign. */
  static String leading(ParserRuleContext node) {
    List<String> words = new ArrayList<>();
    collect(node, words);
    return String.join(" ", words);
  }

  private static boolean collect(ParseTree node, List<String> words) {
    if (node instanceof TerminalNode leaf) {
      int type = leaf.getSymbol().getType();
      if (words.size() == MOST || type < SQLParser.ABORT || type > SQLParser.WHILE) {
        return false;
      }
      words.add(leaf.getText().toLowerCase(Locale.ROOT));
      return true;
    }
    if (isName((ParserRuleContext) node)) {
      return false;
    }
    for (int i = 0; i < node.getChildCount(); i++) {
      if (!collect(node.getChild(i), words)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isName(ParserRuleContext node) {
    return switch (node.getRuleIndex()) {
      case SQLParser.RULE_identifier,
          SQLParser.RULE_identifier_nontype,
          SQLParser.RULE_vex,
          SQLParser.RULE_data_type,
          SQLParser.RULE_function_call,
          SQLParser.RULE_if_exists,
          SQLParser.RULE_if_not_exists ->
          true;
      default -> false;
    };
  }
}
