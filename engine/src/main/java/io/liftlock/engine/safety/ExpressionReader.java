package io.liftlock.engine.safety;

import io.liftlock.core.database.SqlParser;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Script;
import io.liftlock.core.sql.ScriptReader;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.Alteration;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.Expression;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads expressions as catalogs write them, by the grammar of statements. */
public final class ExpressionReader implements Function<String, Expression> {

  private final SqlParser parser;
  private final Dialect dialect;
  private final ScriptReader scripts = new ScriptReader();

  /**
   * @param parser reads statements of the dialect
   */
  public ExpressionReader(SqlParser parser, Dialect dialect) {
    this.parser = parser;
    this.dialect = dialect;
  }

  /** The expression; one of which nothing is known but its text where the grammar refuses it. */
  @Override
  public Expression apply(String text) {
    return statement(text).flatMap(command -> check(command)).orElseGet(() -> opaque(text));
  }

  private Optional<Command> statement(String text) {
    try {
      Script script = scripts.read("", "ALTER TABLE t ADD CHECK (" + text + ")", dialect);
      return script.size() == 1
          ? parser.read(script.iterator().next()).command()
          : Optional.empty();
    } catch (LiftlockException notCut) {
      return Optional.empty();
    }
  }

  private static Optional<Expression> check(Command command) {
    return command.match(
        new Command.Some<>() {
          @Override
          public Optional<Expression> otherwise(Command other) {
            return Optional.empty();
          }

          @Override
          public Optional<Expression> alterTable(AlterTable alter) {
            return alter.actions().stream()
                .filter(Alteration.AddConstraint.class::isInstance)
                .map(Alteration.AddConstraint.class::cast)
                .map(Alteration.AddConstraint::constraint)
                .map(ConstraintDefinition::check)
                .flatMap(Optional::stream)
                .findFirst();
          }
        });
  }

  private static Expression opaque(String text) {
    return new Expression(
        text, 0, Expression.Form.COMPUTED, List.of(), Set.of(), List.of(text), Set.of(), false);
  }
}
