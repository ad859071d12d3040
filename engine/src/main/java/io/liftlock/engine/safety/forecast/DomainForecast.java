package io.liftlock.engine.safety.forecast;

import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.AlterDomain;
import io.liftlock.core.syntax.AlterType;
import io.liftlock.core.syntax.ColumnName;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.RelationKind;
import io.liftlock.engine.safety.outline.ColumnOutline;
import io.liftlock.engine.safety.outline.DomainOutline;
import io.liftlock.engine.safety.outline.TableOutline;
import java.util.Optional;

/** What ALTER DOMAIN and ALTER TYPE do to the tables that use them. */
final class DomainForecast {

  private final Scene scene;

  DomainForecast(Scene scene) {
    this.scene = scene;
  }

  void alter(AlterDomain command) {
    boolean checks =
        switch (command.action()) {
          case ADD_CONSTRAINT ->
              command.constraint().filter(ConstraintDefinition::notValid).isEmpty();
          case VALIDATE_CONSTRAINT, SET_NOT_NULL -> true;
          default -> false;
        };
    if (checks) {
      readUsers(scene.resolve(command.name()));
      if (scene.outline().tables().stream().anyMatch(DomainForecast::hidesTypes)) {
        scene.effects().unknown("the types of a materialized view's columns are not told");
      }
    }
  }

  /** A materialized view keeps rows, and only a database tells what types they have. */
  private static boolean hidesTypes(TableOutline table) {
    return table.kind() == RelationKind.MATERIALIZED_VIEW
        && table.columns().stream().noneMatch(ColumnOutline::isTyped);
  }

  /** Every stored column of the domain, or of a domain upon it, is read under a SHARE lock. */
  private void readUsers(RelationName domain) {
    for (ColumnName column : scene.outline().columnsOf(domain)) {
      column
          .relation()
          .flatMap(scene::table)
          .ifPresent(table -> readUser(table, column.column(), domain));
    }
    for (DomainOutline upon : scene.outline().domains()) {
      if (scene
          .outline()
          .domain(upon.type())
          .filter(base -> base.name().equals(domain))
          .isPresent()) {
        readUsers(upon.name());
      }
    }
  }

  private void readUser(TableOutline table, String column, RelationName domain) {
    Optional<ColumnOutline> known = table.column(column);
    if (known.filter(each -> each.type().array()).isPresent()) {
      scene.fail("0A000", "column " + column + " of " + table.name() + " is an array of " + domain);
    } else if (Scene.isStored(table)) {
      scene.lock(table.name(), LockMode.SHARE);
      scene.scan(table);
    }
  }

  void alter(AlterType command) {
    boolean attribute =
        switch (command.action()) {
          case ADD_ATTRIBUTE, DROP_ATTRIBUTE, ALTER_ATTRIBUTE, RENAME_ATTRIBUTE -> true;
          default -> false;
        };
    if (attribute && command.cascade()) {
      scene.effects().unknown("which tables are of the type " + command.name() + " is not told");
    }
    boolean used = !scene.outline().columnsOf(command.name()).isEmpty();
    if (command.action() == AlterType.Action.ALTER_ATTRIBUTE && used) {
      scene.fail("0A000", "a column is of the type " + command.name());
    }
  }
}
