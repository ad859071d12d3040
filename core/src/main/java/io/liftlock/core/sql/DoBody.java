package io.liftlock.core.sql;

/** Looks into the body of a DO block for statements that end a transaction. */
final class DoBody {

  private DoBody() {}

  static TransactionVerdict judge(Statement statement, Tokens head) {
    Tokens tokens = statement.isLarge() ? Tokens.of(Dialect.POSTGRES, statement.text()) : head;
    String body = "";
    String language = "plpgsql";
    for (int i = 1; i < tokens.size(); i++) {
      if (tokens.isWord(i, "language")) {
        i++;
        language = StringLiteral.value(Names.plain(tokens.get(i)));
      } else {
        switch (tokens.get(i).kind()) {
          case STRING, DOLLAR_STRING -> body += StringLiteral.value(tokens.get(i).text());
          default -> {
            // Nothing else belongs here.
          }
        }
      }
    }
    if (!language.equalsIgnoreCase("plpgsql")) {
      return new TransactionVerdict.Unclear("a DO block in " + language + " may commit");
    }
    return endsTransaction(Tokens.of(Dialect.POSTGRES, body))
        ? new TransactionVerdict.Outside("a DO block whose body commits or rolls back")
        : new TransactionVerdict.Inside();
  }

  private static boolean endsTransaction(Tokens body) {
    for (int i = 0; i < body.size(); i++) {
      boolean ends = body.isWord(i, "commit") || body.isWord(i, "rollback");
      boolean complete = body.isSign(i + 1, ";") || body.isWord(i + 1, "and");
      if (ends && complete && beginsStatement(body, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean beginsStatement(Tokens body, int index) {
    return switch (body.word(index - 1)) {
      case "begin", "then", "else", "loop" -> true;
      default -> body.isSign(index - 1, ";") || body.isSign(index - 1, ">>");
    };
  }
}
