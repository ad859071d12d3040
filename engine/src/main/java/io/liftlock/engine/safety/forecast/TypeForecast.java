package io.liftlock.engine.safety.forecast;

import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.Alteration.AlterColumnType;
import io.liftlock.core.syntax.ColumnName;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.Expression;
import io.liftlock.engine.safety.outline.ColumnOutline;
import io.liftlock.engine.safety.outline.ConstraintOutline;
import io.liftlock.engine.safety.outline.IndexOutline;
import io.liftlock.engine.safety.outline.PolicyOutline;
import io.liftlock.engine.safety.outline.PublicationOutline;
import io.liftlock.engine.safety.outline.SequenceOutline;
import io.liftlock.engine.safety.outline.TableOutline;
import java.util.Optional;
import java.util.stream.Stream;

/** What ALTER COLUMN … TYPE does to the table, to what is built on the column, and to others. */
final class TypeForecast {

  private final Scene scene;
  private final AlterTable command;
  private final RelationName name;
  private final TypeChange change;

  TypeForecast(Scene scene, AlterTable command) {
    this.scene = scene;
    this.command = command;
    this.name = scene.resolve(command.name());
    this.change = new TypeChange(scene.outline(), scene.situation().utc());
  }

  void tell(AlterColumnType action) {
    for (TableOutline table : scene.lockFamily(name, command.only(), LockMode.ACCESS_EXCLUSIVE)) {
      table
          .column(action.column())
          .filter(ColumnOutline::isTyped)
          .ifPresentOrElse(
              column -> tell(table, column, action),
              () ->
                  scene
                      .effects()
                      .unknown(
                          "the type of column "
                              + action.column()
                              + " of "
                              + table.name()
                              + " is not told"));
    }
  }

  private void tell(TableOutline table, ColumnOutline column, AlterColumnType action) {
    refuse(table, column.name());
    boolean rewrites = change.rewrites(column.name(), column.type(), action.type(), action.using());
    boolean collated = !column.collation().equals(action.collation());
    if (rewrites) {
      scene.rewrite(table);
    }
    for (IndexOutline index : table.indexes()) {
      if (Users.of(index, column.name())) {
        scene.lock(index.name(), LockMode.ACCESS_EXCLUSIVE);
        boolean rebuilt =
            Users.computed(index, column.name())
                || collated
                || !change.keepsOrder(column.type(), action.type());
        if (rebuilt && Scene.isStored(table)) {
          scene.scan(table);
          scene.effects().rewrite(index.name());
        }
      }
    }
    constraints(table, column.name(), rewrites);
    sequences(table, column, action);
  }

  /** Those of the column are dropped and made again: their tables are locked and read anew. */
  private void constraints(TableOutline table, String column, boolean rewrites) {
    for (ConstraintOutline constraint : table.constraints()) {
      if (constraint.kind() == ConstraintDefinition.Kind.CHECK
          && Users.of(constraint, column)
          && constraint.isProven()) {
        scene.scan(table);
      }
      if (constraint.kind() == ConstraintDefinition.Kind.FOREIGN_KEY
          && constraint.columns().contains(column)) {
        constraint
            .references()
            .ifPresent(target -> scene.lockFamily(target, false, LockMode.ACCESS_EXCLUSIVE));
      }
    }
    for (TableOutline other : scene.outline().referencing(table.name())) {
      for (ConstraintOutline key : other.constraints()) {
        if (key.references().filter(table.name()::equals).isPresent()
            && key.referencedColumns().contains(column)) {
          scene.lock(other.name(), LockMode.ACCESS_EXCLUSIVE);
          if (rewrites && key.isProven()) {
            scene.scan(other);
          }
        }
      }
    }
  }

  private void sequences(TableOutline table, ColumnOutline column, AlterColumnType action) {
    for (SequenceOutline sequence : scene.outline().sequencesOf(table.name())) {
      if (sequence.ownedBy().filter(c -> c.column().equals(column.name())).isPresent()) {
        scene.lock(
            sequence.name(),
            sequence.identity() && !column.type().name().equals(action.type().name())
                ? LockMode.SHARE_ROW_EXCLUSIVE
                : LockMode.ACCESS_SHARE);
      }
    }
  }

  /** What the server refuses, since it does not make these things again. */
  private void refuse(TableOutline table, String column) {
    if (ColumnForecast.isPartitionedBy(table, column)) {
      scene.fail("42P16", "column " + column + " belongs to the partition key");
    }
    ColumnName own = new ColumnName(Optional.of(table.name()), column);
    for (TableOutline view : scene.outline().views(table.name())) {
      if (view.usedColumns().contains(own)) {
        scene.fail("0A000", "the view " + view.name() + " uses column " + column);
      } else if (view.usedColumns().isEmpty()) {
        scene.effects().unknown("whether the view " + view.name() + " uses column " + column);
      }
    }
    boolean generated =
        table.columns().stream()
            .flatMap(each -> each.generated().stream())
            .anyMatch(each -> each.expression().columns().contains(column));
    if (generated) {
      scene.fail(
          scene.major() < GENERATED_CODE ? "42601" : "0A000",
          "a generated column is computed from column " + column);
    }
    for (PolicyOutline policy : table.policies()) {
      if (uses(Stream.of(policy.using(), policy.withCheck()), column)) {
        scene.fail("0A000", "the policy " + policy.name() + " uses column " + column);
      }
    }
    if (uses(table.triggers().stream().map(each -> each.when()), column)) {
      scene.fail("0A000", "the condition of a trigger uses column " + column);
    }
    for (PublicationOutline publication : scene.outline().publications()) {
      if (uses(Stream.of(Optional.ofNullable(publication.filters().get(table.name()))), column)) {
        scene.fail("0A000", "the publication " + publication.name() + " filters by " + column);
      }
    }
  }

  /** The version that told this failure from a mistake in the syntax. */
  private static final int GENERATED_CODE = 15;

  private static boolean uses(Stream<Optional<Expression>> expressions, String column) {
    return expressions.flatMap(Optional::stream).anyMatch(each -> each.columns().contains(column));
  }
}
