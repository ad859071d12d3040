package io.liftlock.engine.safety;

import io.liftlock.core.database.SqlParser;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.ScriptReader;
import io.liftlock.core.sql.Statement;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.Alteration;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.Expression;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads the text of a single expression, as a catalog prints it, by the grammar of whole
 * statements.
 */
public final class LiveExpressions implements Function<String, Expression> {

  private final SqlParser parser;

  /**
   * @param parser reads PostgreSQL's statements
   */
  public LiveExpressions(SqlParser parser) {
    this.parser = parser;
  }

  @Override
  public Expression apply(String text) {
    String sql = "ALTER TABLE t ADD CONSTRAINT c CHECK (" + text + ")";
    Statement statement =
        new ScriptReader().read("an expression", sql, Dialect.POSTGRES).iterator().next();
    return parser
        .read(statement)
        .command()
        .flatMap(LiveExpressions::check)
        .orElseGet(() -> unread(text));
  }

  private static Optional<Expression> check(Object command) {
    return Optional.of(command)
        .filter(AlterTable.class::isInstance)
        .map(AlterTable.class::cast)
        .flatMap(alter -> alter.actions().stream().findFirst())
        .filter(Alteration.AddConstraint.class::isInstance)
        .map(Alteration.AddConstraint.class::cast)
        .map(Alteration.AddConstraint::constraint)
        .flatMap(ConstraintDefinition::check);
  }

  /** Of what cannot be read nothing is known: it may call anything. */
  private static Expression unread(String text) {
    return new Expression(
        text, 0, Expression.Form.COMPUTED, List.of(), Set.of(), List.of(text), Set.of(), true);
  }
}
