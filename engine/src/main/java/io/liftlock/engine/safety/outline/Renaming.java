package io.liftlock.engine.safety.outline;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.ColumnName;
import io.liftlock.core.syntax.Expression;
import io.liftlock.core.syntax.IndexPart;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Gives columns another name wherever an outline names them. */
final class Renaming {

  private Renaming() {}

  static List<String> in(List<String> names, String from, String to) {
    return TableDraft.changed(names, from::equals, name -> to);
  }

  private static Set<String> in(Set<String> names, String from, String to) {
    return names.stream().map(name -> name.equals(from) ? to : name).collect(Collectors.toSet());
  }

  /** An expression in which a column has another name. */
  static Expression column(Expression expression, String from, String to) {
    if (!expression.columns().contains(from)) {
      return expression;
    }
    return new Expression(
        written(expression.text(), from, to),
        expression.at(),
        expression.form(),
        expression.calls(),
        in(expression.columns(), from, to),
        expression.conjuncts().stream().map(each -> written(each, from, to)).toList(),
        in(expression.notNull(), from, to),
        expression.query());
  }

  private static String written(String text, String from, String to) {
    String name = Pattern.quote(RelationName.quoted(from));
    return Pattern.compile("(?<![\\w\"'])" + name + "(?![\\w\"'(])")
        .matcher(text)
        .replaceAll(Matcher.quoteReplacement(RelationName.quoted(to)));
  }

  static ConstraintOutline column(ConstraintOutline constraint, String from, String to) {
    return new ConstraintOutline(
        constraint.name(),
        constraint.kind(),
        in(constraint.columns(), from, to),
        constraint.check().map(check -> column(check, from, to)),
        constraint.references(),
        constraint.referencedColumns(),
        constraint.onDelete(),
        constraint.valid(),
        constraint.enforced(),
        constraint.deferrable());
  }

  static IndexOutline column(IndexOutline index, String from, String to) {
    return new IndexOutline(
        index.name(),
        index.table(),
        index.unique(),
        index.method(),
        index.parts().stream().map(part -> column(part, from, to)).toList(),
        in(index.included(), from, to),
        index.where().map(where -> column(where, from, to)),
        index.constraint(),
        index.attachedTo(),
        index.valid());
  }

  private static IndexPart column(IndexPart part, String from, String to) {
    return new IndexPart(
        part.column().map(name -> name.equals(from) ? to : name),
        part.expression().map(each -> column(each, from, to)),
        part.collation(),
        part.operatorClass());
  }

  /** In the foreign keys of a table that refer to the renamed column. */
  static void referencedColumn(TableDraft table, RelationName target, String from, String to) {
    table.constraints =
        TableDraft.changed(
            table.constraints,
            key -> key.references().filter(target::equals).isPresent(),
            key ->
                key.over(key.columns(), key.references(), in(key.referencedColumns(), from, to)));
  }

  /** In what a view stands on. */
  static void usedColumn(TableDraft view, RelationName target, String from, String to) {
    ColumnName old = new ColumnName(Optional.of(target), from);
    if (view.usedColumns.contains(old)) {
      view.usedColumns =
          view.usedColumns.stream()
              .map(each -> each.equals(old) ? new ColumnName(Optional.of(target), to) : each)
              .collect(Collectors.toSet());
    }
  }
}
