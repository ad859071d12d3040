package io.liftlock.postgres.grammar;

import io.liftlock.core.syntax.Alteration;
import java.util.Optional;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Column_actionContext;

/** Reads what ALTER TABLE … ALTER COLUMN does. */
final class ColumnActions {

  private ColumnActions() {}

  /** An action on a column. */
  static Alteration of(Column_actionContext node, int at, String column, Source source) {
    if (node.data_type() != null) {
      return new Alteration.AlterColumnType(
          at,
          column,
          Types.of(node.data_type(), source),
          Optional.ofNullable(node.vex()).map(using -> Expressions.of(using, source)),
          Optional.ofNullable(node.collate_identifier()).map(Vexes::collation));
    }
    if (node.set_def_column() != null) {
      return new Alteration.SetDefault(
          at, column, Expressions.of(node.set_def_column().vex(), source));
    }
    if (node.drop_def() != null) {
      return new Alteration.DropDefault(at, column);
    }
    if (node.NULL() != null) {
      return node.set == null
          ? new Alteration.DropNotNull(at, column)
          : new Alteration.SetNotNull(at, column);
    }
    if (node.EXPRESSION() != null) {
      return node.DROP() == null
          ? new Alteration.SetExpression(at, column, Expressions.of(node.expression, source))
          : new Alteration.DropExpression(at, column);
    }
    return identityOrStorage(node, at, column);
  }

  private static Alteration identityOrStorage(Column_actionContext node, int at, String column) {
    if (node.identity_body() != null) {
      return new Alteration.AddIdentity(at, column);
    }
    if (node.IDENTITY() != null) {
      return new Alteration.DropIdentity(at, column);
    }
    if (!node.alter_identity().isEmpty()) {
      return new Alteration.SetIdentity(
          at, column, node.alter_identity().stream().anyMatch(part -> part.RESTART() != null));
    }
    if (node.storage_option() != null || node.compression_identifier() != null) {
      return new Alteration.SetColumnStorage(at, column, node.compression_identifier() != null);
    }
    return node.define_foreign_options() == null
        ? new Alteration.SetColumnStatistics(at, column)
        : new Alteration.AlterOther(at, "alter column options");
  }
}
