package io.liftlock.postgres.grammar;

import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.ActionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Cascade_restrictContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Constr_bodyContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Constraint_commonContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Index_parametersContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Names_with_periodContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Names_without_overlapsContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_qualified_nameContext;

/** Reads constraints of tables and columns. */
final class Constraints {

  private Constraints() {}

  /**
   * A constraint; empty for what the grammar calls one and is none: DEFAULT, GENERATED, NULL.
   *
   * @param own the columns it stands with: one for a constraint of a column, none for one of a
   *     table
   */
  static Optional<ConstraintDefinition> of(
      Constraint_commonContext node, List<String> own, Source source) {
    Constr_bodyContext body = node.constr_body();
    ConstraintDefinition.Kind kind = kind(body);
    if (kind == null) {
      return Optional.empty();
    }
    return Optional.of(
        new ConstraintDefinition(
            kind,
            Optional.ofNullable(node.identifier()).map(Names::of),
            source.at(node),
            source.text(node),
            own.isEmpty() ? columns(body) : own,
            check(body, source),
            Optional.ofNullable(body.REFERENCES())
                .map(word -> Names.of(body.schema_qualified_name())),
            body.ref_period == null ? List.of() : names(body.ref_period),
            onDelete(body),
            Optional.ofNullable(body.index_parameters())
                .map(Index_parametersContext::schema_qualified_name)
                .map(Names::last),
            node.VALID() != null,
            node.table_enforced() == null || node.table_enforced().NOT() == null,
            isDeferrable(node)));
  }

  private static ConstraintDefinition.@Nullable Kind kind(Constr_bodyContext body) {
    if (body.CHECK() != null) {
      return ConstraintDefinition.Kind.CHECK;
    }
    if (body.REFERENCES() != null) {
      return ConstraintDefinition.Kind.FOREIGN_KEY;
    }
    if (body.PRIMARY() != null) {
      return ConstraintDefinition.Kind.PRIMARY_KEY;
    }
    if (body.UNIQUE() != null) {
      return ConstraintDefinition.Kind.UNIQUE;
    }
    if (body.EXCLUDE() != null) {
      return ConstraintDefinition.Kind.EXCLUDE;
    }
    return body.NOT() == null ? null : ConstraintDefinition.Kind.NOT_NULL;
  }

  private static List<String> columns(Constr_bodyContext body) {
    if (body.col_name != null) {
      return List.of(Names.last(body.col_name));
    }
    if (body.col_period != null) {
      return names(body.col_period);
    }
    if (body.col_overlaps != null) {
      Names_without_overlapsContext key = body.col_overlaps;
      List<String> names = new ArrayList<>(lasts(key.schema_qualified_name()));
      if (key.name_without_overlaps() != null) {
        names.add(Names.last(key.name_without_overlaps().schema_qualified_name()));
      }
      return names;
    }
    return body.index_column().stream()
        .flatMap(part -> Vexes.column(part.column).stream())
        .toList();
  }

  private static List<String> names(Names_with_periodContext key) {
    List<String> names = new ArrayList<>(lasts(key.schema_qualified_name()));
    if (key.name_with_period() != null) {
      names.add(Names.last(key.name_with_period().schema_qualified_name()));
    }
    return names;
  }

  private static List<String> lasts(List<Schema_qualified_nameContext> names) {
    return names.stream().map(Names::last).toList();
  }

  private static Optional<Expression> check(Constr_bodyContext body, Source source) {
    return Optional.ofNullable(body.expression).map(check -> Expressions.of(check, source));
  }

  private static Optional<String> onDelete(Constr_bodyContext body) {
    return body.changed_action().stream()
        .filter(change -> change.DELETE() != null)
        .map(change -> words(change.action()))
        .findFirst();
  }

  /** The words of an action without the columns behind SET NULL. */
  private static String words(ActionContext action) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < action.getChildCount(); i++) {
      if (!(action.getChild(i) instanceof ParserRuleContext part)
          || part instanceof Cascade_restrictContext) {
        words.add(action.getChild(i).getText().toLowerCase(Locale.ROOT));
      }
    }
    return String.join(" ", words);
  }

  private static boolean isDeferrable(Constraint_commonContext node) {
    if (node.table_deferrable() != null) {
      return node.table_deferrable().NOT() == null;
    }
    return node.table_initialy_immed() != null && node.table_initialy_immed().DEFERRED() != null;
  }
}
