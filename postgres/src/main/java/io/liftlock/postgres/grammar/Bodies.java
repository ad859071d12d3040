package io.liftlock.postgres.grammar;

import io.liftlock.core.syntax.BodyStatement;
import io.liftlock.core.syntax.NotUnderstood;
import io.liftlock.core.syntax.RoutineBody;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Function_bodyContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Function_returnContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.SconstContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.StatementContext;

/** Reads what routines and DO blocks do. */
final class Bodies {

  private Bodies() {}

  /** A body in a string. */
  static RoutineBody of(String language, SconstContext string, Source source) {
    Source body = BodyText.of(string, source);
    try {
      return switch (language) {
        case "plpgsql" -> {
          PlpgsqlReader reader = new PlpgsqlReader(body);
          reader.read(Grammar.plpgsql(body).function_block());
          yield body(body, reader.statements(), reader.dynamic(), Optional.empty());
        }
        case "sql" -> body(body, script(body), List.of(), Optional.empty());
        default -> unread(body, body.at(0), "liftlock does not read the language " + language);
      };
    } catch (SyntaxProblem problem) {
      return unread(body, body.at(problem.at()), problem.reason());
    }
  }

  /** A body of SQL that stands without quotes. */
  static RoutineBody of(Function_bodyContext node, Source source) {
    List<BodyStatement> statements = new ArrayList<>();
    for (StatementContext statement : node.statement()) {
      statements.add(statement(statement, source));
    }
    for (Function_returnContext result : node.function_return()) {
      Harvest harvest = new Harvest(source);
      harvest.walk(result.vex(), Scope.outermost());
      statements.add(new BodyStatement(source.at(result), harvest.query()));
    }
    return new RoutineBody(
        source.text(node), source.at(node), inOrder(statements), List.of(), Optional.empty());
  }

  /** The statements of a text of SQL. */
  static List<BodyStatement> script(Source body) {
    return Grammar.script(body).statement().stream()
        .map(statement -> statement(statement, body))
        .toList();
  }

  private static BodyStatement statement(StatementContext node, Source source) {
    return new BodyStatement(source.at(node), Commands.of(node, source));
  }

  private static List<BodyStatement> inOrder(List<BodyStatement> statements) {
    return statements.stream().sorted(Comparator.comparingInt(BodyStatement::at)).toList();
  }

  private static RoutineBody unread(Source body, int at, String why) {
    return body(body, List.of(), List.of(), Optional.of(new NotUnderstood(at, why)));
  }

  private static RoutineBody body(
      Source body,
      List<BodyStatement> statements,
      List<Integer> dynamic,
      Optional<NotUnderstood> notUnderstood) {
    return new RoutineBody(body.text(), body.at(0), statements, dynamic, notUnderstood);
  }
}
