package io.liftlock.sqlite.grammar;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.BodyStatement;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.CreateTrigger;
import io.liftlock.core.syntax.Expression;
import io.liftlock.core.syntax.RoutineBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads CREATE TRIGGER with the statements of its body. */
final class Triggers {

  private final Scan scan;

  Triggers(Scan scan) {
    this.scan = scan;
  }

  /** The rest of the statement, behind the word TRIGGER. */
  Command read() throws SyntaxProblem {
    if (scan.isWord("if") && scan.tokens().isWord(scan.at() + 1, "not")) {
      scan.expect("if", "not", "exists");
    }
    RelationName name = scan.qualified();
    if (scan.skip("instead")) {
      scan.expect("of");
    } else {
      scan.skipAny("before", "after");
    }
    String event = scan.word();
    if (!scan.skipAny("insert", "update", "delete")) {
      throw scan.expected("INSERT, UPDATE or DELETE");
    }
    if (event.equals("update") && scan.skip("of")) {
      do {
        scan.name();
      } while (scan.skipSign(","));
    }
    scan.expect("on");
    RelationName table = scan.qualified();
    if (scan.skip("for")) {
      scan.expect("each", "row");
    }
    Optional<Expression> when =
        scan.skip("when") ? Optional.of(Expressions.alone(scan)) : Optional.empty();
    RoutineBody body = body();
    return new CreateTrigger(
        name.name(), table, false, Set.of(event), when, Optional.empty(), Optional.of(body));
  }

  private RoutineBody body() throws SyntaxProblem {
    scan.expect("begin");
    int from = scan.at();
    int at = scan.offset();
    List<BodyStatement> statements = new ArrayList<>();
    do {
      int begin = scan.offset();
      statements.add(new BodyStatement(begin, Writes.withOrWrite(scan)));
      scan.expectSign(";");
    } while (!scan.isWord("end"));
    String text = scan.text(from, scan.at());
    scan.expect("end");
    return new RoutineBody(text, at, statements, List.of(), Optional.empty());
  }
}
