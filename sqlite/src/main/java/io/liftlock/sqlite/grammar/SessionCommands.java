package io.liftlock.sqlite.grammar;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Analyze;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.OtherCommand;
import io.liftlock.core.syntax.Pragma;
import io.liftlock.core.syntax.Reindex;
import io.liftlock.core.syntax.TransactionControl;
import io.liftlock.core.syntax.TransactionControl.Action;
import io.liftlock.core.syntax.Vacuum;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the commands of transactions and of the database as a whole. */
final class SessionCommands {

  private final Scan scan;

  SessionCommands(Scan scan) {
    this.scan = scan;
  }

  /** BEGIN. */
  Command begin() throws SyntaxProblem {
    scan.expect("begin");
    scan.skipAny("deferred", "immediate", "exclusive");
    transaction();
    return new TransactionControl(Action.BEGIN);
  }

  /** COMMIT and END. */
  Command commit() throws SyntaxProblem {
    scan.next();
    transaction();
    return new TransactionControl(Action.COMMIT);
  }

  /** ROLLBACK, of all or to a savepoint. */
  Command rollback() throws SyntaxProblem {
    scan.expect("rollback");
    transaction();
    if (scan.skip("to")) {
      savepointName();
      return new TransactionControl(Action.ROLLBACK_TO);
    }
    return new TransactionControl(Action.ROLLBACK);
  }

  /** SAVEPOINT. */
  Command savepoint() throws SyntaxProblem {
    scan.expect("savepoint");
    scan.name();
    return new TransactionControl(Action.SAVEPOINT);
  }

  /** RELEASE. */
  Command release() throws SyntaxProblem {
    scan.expect("release");
    savepointName();
    return new TransactionControl(Action.RELEASE);
  }

  private void savepointName() throws SyntaxProblem {
    if (!scan.skip("savepoint") || scan.isName() || scan.isString()) {
      scan.name();
    }
  }

  /** The word TRANSACTION and a name, which SQLite reads and forgets. */
  private void transaction() throws SyntaxProblem {
    if (scan.skip("transaction") && (scan.isName() || scan.isString())) {
      scan.name();
    }
  }

  /** PRAGMA. */
  Command pragma() throws SyntaxProblem {
    scan.expect("pragma");
    String name = scan.qualified().name().toLowerCase(Locale.ROOT);
    Optional<String> value = Optional.empty();
    if (scan.skipSign("=")) {
      value = Optional.of(value());
    } else if (scan.skipSign("(")) {
      value = Optional.of(value());
      scan.expectSign(")");
    }
    return new Pragma(name, value);
  }

  private String value() throws SyntaxProblem {
    String sign = scan.isSign("-") || scan.isSign("+") ? scan.tokens().written(scan.at()) : "";
    if (!sign.isEmpty()) {
      scan.next();
      if (!scan.isNumber()) {
        throw scan.expected("a number");
      }
    }
    if (scan.isNumber()) {
      String number = scan.tokens().written(scan.at());
      scan.next();
      return sign + number;
    }
    boolean keyword = scan.isWord("on") || scan.isWord("delete") || scan.isWord("default");
    if (keyword) {
      String word = scan.word();
      scan.next();
      return word;
    }
    return scan.name().toLowerCase(Locale.ROOT);
  }

  /** ATTACH. */
  Command attach() throws SyntaxProblem {
    scan.expect("attach");
    if (scan.isWord("database") && !scan.isSignBehind(".")) {
      scan.next();
    }
    Expressions.alone(scan);
    scan.expect("as");
    Expressions.alone(scan);
    if (scan.skip("key")) {
      Expressions.alone(scan);
    }
    return new OtherCommand("attach", List.of());
  }

  /** DETACH. */
  Command detach() throws SyntaxProblem {
    scan.expect("detach");
    scan.skip("database");
    Expressions.alone(scan);
    return new OtherCommand("detach", List.of());
  }

  /** VACUUM; with INTO it makes a copy and leaves the database as it is. */
  Command vacuum() throws SyntaxProblem {
    scan.expect("vacuum");
    if (!scan.isWord("into") && !scan.atEnd()) {
      scan.name();
    }
    if (scan.skip("into")) {
      Expressions.alone(scan);
      return new OtherCommand("vacuum into", List.of());
    }
    return new Vacuum(true, List.of());
  }

  /** REINDEX. */
  Command reindex() throws SyntaxProblem {
    scan.expect("reindex");
    Optional<RelationName> name = scan.atEnd() ? Optional.empty() : Optional.of(scan.qualified());
    return new Reindex(
        name.isPresent() ? Reindex.Scope.TABLE : Reindex.Scope.DATABASE, name, false);
  }

  /** ANALYZE. */
  Command analyze() throws SyntaxProblem {
    scan.expect("analyze");
    return new Analyze(scan.atEnd() ? List.of() : List.of(scan.qualified()));
  }

  /** EXPLAIN: nothing of what it explains happens. */
  static Command explained() {
    return new OtherCommand("explain", List.of());
  }
}
