package io.liftlock.postgres.grammar;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.ColumnDefinition;
import io.liftlock.core.syntax.ConstraintDefinition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Constraint_commonContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Define_columnsContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.List_of_type_column_defContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Names_in_parensContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Table_column_defContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Table_of_type_column_defContext;

/**
 * What stands in the parentheses of CREATE TABLE, and behind INHERITS.
 *
 * @param columns the columns
 * @param constraints those of the table as a whole
 * @param like the tables whose shape is copied
 * @param inherits the tables it inherits from
 */
record TableShape(
    List<ColumnDefinition> columns,
    List<ConstraintDefinition> constraints,
    List<RelationName> like,
    List<RelationName> inherits) {

  /** Columns with their types. */
  static TableShape of(Define_columnsContext node, Source source) {
    List<ColumnDefinition> columns = new ArrayList<>();
    List<ConstraintDefinition> constraints = new ArrayList<>();
    List<RelationName> like = new ArrayList<>();
    for (Table_column_defContext part : node.table_column_def()) {
      if (part.table_column_definition() != null) {
        columns.add(Columns.of(part.table_column_definition(), source));
      } else if (part.tabl_constraint != null) {
        constraints.add(constraint(part.tabl_constraint, source));
      } else {
        like.add(Names.of(part.schema_qualified_name()));
      }
    }
    Names_in_parensContext parents = node.names_in_parens();
    return new TableShape(
        columns,
        constraints,
        like,
        parents == null ? List.of() : Names.all(parents.names_references()));
  }

  /** Columns that are known from elsewhere, of which something is said. */
  static TableShape of(@Nullable List_of_type_column_defContext node, Source source) {
    List<ColumnDefinition> columns = new ArrayList<>();
    List<ConstraintDefinition> constraints = new ArrayList<>();
    if (node != null) {
      for (Table_of_type_column_defContext part : node.table_of_type_column_def()) {
        if (part.tabl_constraint != null) {
          constraints.add(constraint(part.tabl_constraint, source));
        } else {
          columns.add(Columns.of(part, source));
        }
      }
    }
    return new TableShape(columns, constraints, List.of(), List.of());
  }

  private static ConstraintDefinition constraint(Constraint_commonContext node, Source source) {
    return Constraints.of(node, List.of(), source)
        .orElseThrow(() -> SyntaxProblem.at(node.getStart(), source));
  }
}
