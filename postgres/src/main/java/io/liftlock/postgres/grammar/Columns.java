package io.liftlock.postgres.grammar;

import io.liftlock.core.syntax.ColumnDefinition;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.Expression;
import io.liftlock.core.syntax.Generated;
import io.liftlock.core.syntax.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Constr_bodyContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Constraint_commonContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_qualified_nameContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Table_column_definitionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Table_of_type_column_defContext;

/** Reads the definitions of columns. */
final class Columns {

  private static final TypeName UNTOLD = new TypeName("", "", List.of(), false);

  private Columns() {}

  /** A column of CREATE TABLE, ADD COLUMN or a composite type. */
  static ColumnDefinition of(Table_column_definitionContext node, Source source) {
    Optional<String> collation =
        Optional.ofNullable(node.collate_identifier()).map(Vexes::collation);
    return of(
        node,
        Names.of(node.identifier()),
        Types.of(node.data_type(), source),
        collation,
        node.constraint_common(),
        source);
  }

  /** A column whose type is told elsewhere: that of the parent, or of the composite type. */
  static ColumnDefinition of(Table_of_type_column_defContext node, Source source) {
    return of(
        node,
        Names.of(node.identifier()),
        UNTOLD,
        Optional.empty(),
        node.constraint_common(),
        source);
  }

  /** A column whose name alone is told: that of a query's result. */
  static ColumnDefinition named(Schema_qualified_nameContext name, Source source) {
    return of(name, Names.last(name), UNTOLD, Optional.empty(), List.of(), source);
  }

  private static ColumnDefinition of(
      ParserRuleContext node,
      String name,
      TypeName type,
      Optional<String> collation,
      List<Constraint_commonContext> parts,
      Source source) {
    List<ConstraintDefinition> constraints = new ArrayList<>();
    Expression value = null;
    Generated generated = null;
    boolean notNull = false;
    boolean identity = false;
    for (Constraint_commonContext part : parts) {
      Constr_bodyContext body = part.constr_body();
      if (body.default_expr != null) {
        value = Expressions.of(body.default_expr, source);
      } else if (body.identity_body() != null) {
        identity = true;
      } else if (body.GENERATED() != null) {
        generated = generated(body, source);
      } else if (body.NOT() != null && part.identifier() == null) {
        notNull = true;
      } else {
        notNull |= body.NOT() != null;
        Constraints.of(part, List.of(name), source).ifPresent(constraints::add);
      }
    }
    return new ColumnDefinition(
        name,
        type,
        source.at(node),
        source.text(node),
        Optional.ofNullable(value),
        notNull,
        Optional.ofNullable(generated),
        identity,
        collation.or(() -> collation(parts)),
        constraints);
  }

  /** A collation behind a default belongs to the column as well: {@code DEFAULT '' COLLATE "C"}. */
  private static Optional<String> collation(List<Constraint_commonContext> parts) {
    return parts.stream()
        .map(part -> part.constr_body().default_expr)
        .filter(value -> value != null && value.collate_identifier() != null)
        .map(value -> Vexes.collation(value.collate_identifier()))
        .findFirst();
  }

  private static @Nullable Generated generated(Constr_bodyContext body, Source source) {
    return new Generated(Expressions.of(body.vex(), source), body.STORED() != null);
  }
}
