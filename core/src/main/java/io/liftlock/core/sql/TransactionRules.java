package io.liftlock.core.sql;

import io.liftlock.core.sql.TransactionVerdict.Action;
import io.liftlock.core.sql.TransactionVerdict.Control;
import io.liftlock.core.sql.TransactionVerdict.ForeignKeys;
import io.liftlock.core.sql.TransactionVerdict.Inside;
import io.liftlock.core.sql.TransactionVerdict.Outside;
import io.liftlock.core.sql.TransactionVerdict.Unclear;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;

/**
 * Tells from their syntax which statements of a script may run in a transaction. Remembers what the
 * script created before (an enum, a partitioned table), so its statements must be given in order,
 * each once. What no syntax shows is left to the server, which answers with SQLSTATE 25001 or
 * 2D000.
 */
public final class TransactionRules {

  private static final TransactionVerdict INSIDE = new Inside();

  private final Script script;
  private final Set<String> partitioned = new HashSet<>();
  private final Set<String> enums = new HashSet<>();
  private int index;

  private TransactionRules(Script script) {
    this.script = script;
  }

  /** The rules for one walk through a script. */
  public static TransactionRules forScript(Script script) {
    return new TransactionRules(script);
  }

  /**
   * The verdict on the script's next statement.
   *
   * @param statement the first one of the script at the first call, the second at the second
   */
  public TransactionVerdict judge(Statement statement) {
    index++;
    Tokens tokens = Tokens.of(statement, script.dialect());
    return script.dialect() == Dialect.POSTGRES ? postgres(statement, tokens) : sqlite(tokens);
  }

  private TransactionVerdict postgres(Statement statement, Tokens tokens) {
    return switch (tokens.word(0)) {
      case "begin" -> new Control(Action.OPENS, false);
      case "start" -> tokens.isWord(1, "transaction") ? new Control(Action.OPENS, false) : INSIDE;
      case "commit", "end" ->
          tokens.isWord(1, "prepared")
              ? new Outside("COMMIT PREPARED")
              : new Control(Action.COMMITS, chains(tokens));
      case "rollback", "abort" -> rollback(tokens);
      case "savepoint" -> new Control(Action.SAVES, false);
      case "release" -> new Control(Action.RELEASES, false);
      case "prepare" ->
          tokens.isWord(1, "transaction") ? new Control(Action.PREPARES, false) : INSIDE;
      case "create" -> create(tokens);
      case "drop" -> drop(tokens);
      case "alter" -> alter(tokens);
      case "reindex" -> reindex(tokens);
      case "vacuum" -> new Outside("VACUUM");
      case "cluster" -> cluster(tokens);
      case "discard" -> tokens.isWord(1, "all") ? new Outside("DISCARD ALL") : INSIDE;
      case "do" -> DoBody.judge(statement, tokens);
      case "call" -> new Unclear("the procedure that CALL runs may commit");
      default -> INSIDE;
    };
  }

  private static boolean chains(Tokens tokens) {
    int and = tokens.find(1, "and");
    return and > 0 && tokens.isWord(and + 1, "chain");
  }

  private static TransactionVerdict rollback(Tokens tokens) {
    if (tokens.isWord(1, "prepared")) {
      return new Outside("ROLLBACK PREPARED");
    }
    int next = tokens.isWord(1, "work") || tokens.isWord(1, "transaction") ? 2 : 1;
    return tokens.isWord(next, "to")
        ? new Control(Action.ROLLS_BACK_TO, false)
        : new Control(Action.ROLLS_BACK, chains(tokens));
  }

  private TransactionVerdict create(Tokens tokens) {
    switch (tokens.word(1)) {
      case "unique", "index" -> {
        int at = tokens.isWord(1, "unique") ? 3 : 2;
        if (!tokens.isWord(at - 1, "index")) {
          return INSIDE;
        }
        if (tokens.isWord(at, "concurrently")) {
          return new Outside("CREATE INDEX CONCURRENTLY");
        }
        rememberIndex(tokens, at);
        return INSIDE;
      }
      case "database" -> {
        return new Outside("CREATE DATABASE");
      }
      case "tablespace" -> {
        return new Outside("CREATE TABLESPACE");
      }
      case "subscription" -> {
        return isOff(tokens, "create_slot") || isOff(tokens, "connect") || hasNoSlot(tokens)
            ? INSIDE
            : new Outside("CREATE SUBSCRIPTION that creates a replication slot");
      }
      case "type" -> {
        int end = tokens.behindName(2);
        if (tokens.areWords(end, "as", "enum")) {
          enums.add(lastPart(tokens, 2));
        }
        return INSIDE;
      }
      default -> {
        rememberTable(tokens);
        return INSIDE;
      }
    }
  }

  private void rememberTable(Tokens tokens) {
    int table = tokens.isWord(1, "unlogged") ? 2 : 1;
    if (!tokens.isWord(table, "table")) {
      return;
    }
    int name = tokens.behindIfExists(table + 1);
    int partition = tokens.find(tokens.behindName(name), "partition");
    while (partition > 0) {
      if (tokens.isWord(partition + 1, "by")) {
        partitioned.add(lastPart(tokens, name));
        return;
      }
      partition = tokens.find(partition + 1, "partition");
    }
  }

  private void rememberIndex(Tokens tokens, int at) {
    int name = tokens.behindIfExists(at);
    if (tokens.isWord(name, "on")) {
      return;
    }
    int on = tokens.behindName(name);
    if (tokens.isWord(on, "on") && partitioned.contains(lastPart(tokens, on + 1))) {
      partitioned.add(lastPart(tokens, name));
    }
  }

  private static TransactionVerdict drop(Tokens tokens) {
    return switch (tokens.word(1)) {
      case "index" ->
          tokens.isWord(2, "concurrently") ? new Outside("DROP INDEX CONCURRENTLY") : INSIDE;
      case "database" -> new Outside("DROP DATABASE");
      case "tablespace" -> new Outside("DROP TABLESPACE");
      case "subscription" -> new Outside("DROP SUBSCRIPTION");
      default -> INSIDE;
    };
  }

  private TransactionVerdict alter(Tokens tokens) {
    switch (tokens.word(1)) {
      case "system" -> {
        return new Outside("ALTER SYSTEM");
      }
      case "database" -> {
        int set = tokens.behindName(2);
        return tokens.areWords(set, "set", "tablespace")
            ? new Outside("ALTER DATABASE … SET TABLESPACE")
            : INSIDE;
      }
      case "subscription" -> {
        return alterSubscription(tokens, tokens.behindName(2));
      }
      case "table" -> {
        int detach = tokens.find(2, "detach");
        boolean concurrently =
            detach > 0
                && tokens.isWord(detach + 1, "partition")
                && tokens.isWord(tokens.behindName(detach + 2), "concurrently");
        return concurrently ? new Outside("ALTER TABLE … DETACH PARTITION … CONCURRENTLY") : INSIDE;
      }
      case "type" -> {
        return alterType(tokens);
      }
      default -> {
        return INSIDE;
      }
    }
  }

  private static TransactionVerdict alterSubscription(Tokens tokens, int at) {
    if (tokens.areWords(at, "refresh", "publication")) {
      return new Outside("ALTER SUBSCRIPTION … REFRESH PUBLICATION");
    }
    boolean changes =
        tokens.isWord(at, "set") || tokens.isWord(at, "add") || tokens.isWord(at, "drop");
    if (changes && tokens.isWord(at + 1, "publication") && !isOff(tokens, "refresh")) {
      return new Outside("ALTER SUBSCRIPTION … PUBLICATION that refreshes");
    }
    return INSIDE;
  }

  private TransactionVerdict alterType(Tokens tokens) {
    int add = tokens.behindName(2);
    if (!tokens.areWords(add, "add", "value") || enums.contains(lastPart(tokens, 2))) {
      return INSIDE;
    }
    String value = StringLiteral.value(tokens.get(tokens.behindIfExists(add + 2)).text());
    return isUsedLater(value)
        ? new Outside("ALTER TYPE … ADD VALUE whose value is used later in the same file")
        : INSIDE;
  }

  /** Looks through the statements behind the current one. */
  private boolean isUsedLater(String value) {
    Iterator<Statement> statements = script.iterator();
    for (int i = 0; statements.hasNext(); i++) {
      Statement statement = statements.next();
      if (i >= index && StringLiteral.appears(value, statement, script.dialect())) {
        return true;
      }
    }
    return false;
  }

  private TransactionVerdict reindex(Tokens tokens) {
    int target = tokens.behindParens(1);
    for (int i = 2; i < target - 1; i++) {
      if (tokens.isWord(i, "concurrently") && !isFalse(tokens, i + 1)) {
        return new Outside("REINDEX (CONCURRENTLY)");
      }
    }
    String what = tokens.word(target);
    if (tokens.isWord(target + 1, "concurrently")) {
      return new Outside("REINDEX … CONCURRENTLY");
    }
    return switch (what) {
      case "schema", "database", "system" ->
          new Outside("REINDEX " + what.toUpperCase(Locale.ROOT));
      default ->
          partitioned.contains(lastPart(tokens, target + 1))
              ? new Outside("REINDEX of a partitioned " + what)
              : INSIDE;
    };
  }

  private TransactionVerdict cluster(Tokens tokens) {
    int name = tokens.behindParens(tokens.isWord(1, "verbose") ? 2 : 1);
    if (name >= tokens.size()) {
      return new Outside("CLUSTER without a table");
    }
    return partitioned.contains(lastPart(tokens, name))
        ? new Outside("CLUSTER of a partitioned table")
        : INSIDE;
  }

  /** The name without its schema, as the server would find it. */
  private static String lastPart(Tokens tokens, int index) {
    int end = tokens.behindName(index);
    return end == index ? "" : Names.plain(tokens.get(end - 1));
  }

  /** Whether an option in parentheses is switched off. */
  private static boolean isOff(Tokens tokens, String option) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.isWord(i, option) && isFalse(tokens, i + 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasNoSlot(Tokens tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.isWord(i, "slot_name")
          && tokens.isSign(i + 1, "=")
          && tokens.isWord(i + 2, "none")) {
        return true;
      }
    }
    return false;
  }

  static boolean isFalse(Tokens tokens, int index) {
    int at = tokens.isSign(index, "=") ? index + 1 : index;
    String value = StringLiteral.value(tokens.get(at).text()).toLowerCase(Locale.ROOT);
    return value.equals("false") || value.equals("off") || value.equals("0");
  }

  private static TransactionVerdict sqlite(Tokens tokens) {
    return switch (tokens.word(0)) {
      case "begin" -> new Control(Action.OPENS, false);
      case "commit", "end" -> new Control(Action.COMMITS, false);
      case "rollback" -> {
        int next = tokens.isWord(1, "transaction") ? 2 : 1;
        yield new Control(
            tokens.isWord(next, "to") ? Action.ROLLS_BACK_TO : Action.ROLLS_BACK, false);
      }
      case "savepoint" -> new Control(Action.SAVES, false);
      case "release" -> new Control(Action.RELEASES, false);
      case "vacuum" -> new Outside("VACUUM");
      case "attach" -> new Outside("ATTACH");
      case "detach" -> new Outside("DETACH");
      case "pragma" -> pragma(tokens);
      default -> INSIDE;
    };
  }

  private static TransactionVerdict pragma(Tokens tokens) {
    int end = tokens.behindName(1);
    String name = lastPart(tokens, 1).toLowerCase(Locale.ROOT);
    boolean sets = tokens.isSign(end, "=") || tokens.isSign(end, "(");
    return switch (name) {
      case "foreign_keys" -> sets ? new ForeignKeys(isOn(tokens, end + 1)) : INSIDE;
      case "journal_mode", "synchronous", "temp_store" ->
          sets ? new Outside("PRAGMA " + name) : INSIDE;
      case "wal_checkpoint" -> new Outside("PRAGMA wal_checkpoint");
      default -> INSIDE;
    };
  }

  /** What SQLite takes for true ({@code sqlite3GetBoolean}); a number is true unless it is 0. */
  private static boolean isOn(Tokens tokens, int index) {
    boolean signed = tokens.isSign(index, "+") || tokens.isSign(index, "-");
    String value =
        StringLiteral.value(Names.plain(tokens.get(signed ? index + 1 : index)))
            .toLowerCase(Locale.ROOT);
    if (!value.isEmpty() && Character.isDigit(value.charAt(0))) {
      return value.chars().takeWhile(Character::isDigit).anyMatch(digit -> digit != '0');
    }
    return value.equals("on")
        || value.equals("yes")
        || value.equals("true")
        || value.equals("full");
  }
}
