package io.liftlock.postgres.grammar;

import io.liftlock.core.syntax.Alteration;
import io.liftlock.core.syntax.Alteration.AddColumn;
import io.liftlock.core.syntax.Alteration.AddConstraint;
import io.liftlock.core.syntax.Alteration.AlterConstraint;
import io.liftlock.core.syntax.Alteration.AlterOther;
import io.liftlock.core.syntax.Alteration.ClusterOn;
import io.liftlock.core.syntax.Alteration.DropColumn;
import io.liftlock.core.syntax.Alteration.DropConstraint;
import io.liftlock.core.syntax.Alteration.Inherit;
import io.liftlock.core.syntax.Alteration.SetAccessMethod;
import io.liftlock.core.syntax.Alteration.SetColumnStatistics;
import io.liftlock.core.syntax.Alteration.SetColumnStorage;
import io.liftlock.core.syntax.Alteration.SetOptions;
import io.liftlock.core.syntax.Alteration.SetPersistence;
import io.liftlock.core.syntax.Alteration.SetReplicaIdentity;
import io.liftlock.core.syntax.Alteration.SetRowSecurity;
import io.liftlock.core.syntax.Alteration.SetRule;
import io.liftlock.core.syntax.Alteration.SetTriggers;
import io.liftlock.core.syntax.Alteration.ValidateConstraint;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Cascade_restrictContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Drop_constraintContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Materialized_view_actionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Table_actionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Table_deferrableContext;

/** Reads the actions of ALTER TABLE that may stand in a list. */
final class TableActions {

  private TableActions() {}

  /** An action on a table. */
  static Alteration of(Table_actionContext node, Source source) {
    int at = source.at(node);
    if (node.column_action() != null) {
      return ColumnActions.of(node.column_action(), at, Names.of(node.column), source);
    }
    if (node.table_column_definition() != null) {
      return new AddColumn(
          at, Columns.of(node.table_column_definition(), source), node.if_not_exists() != null);
    }
    if (node.column != null) {
      return new DropColumn(
          at, Names.of(node.column), node.if_exists() != null, isCascade(node.cascade_restrict()));
    }
    Alteration constraint = constraint(node, at, source);
    if (constraint != null) {
      return constraint;
    }
    Alteration switched = switched(node, at);
    return switched == null ? property(node, at, source) : switched;
  }

  private static @Nullable Alteration constraint(Table_actionContext node, int at, Source source) {
    if (node.tabl_constraint != null) {
      return Constraints.of(node.tabl_constraint, List.of(), source)
          .<Alteration>map(constraint -> new AddConstraint(at, constraint))
          .orElseThrow(() -> SyntaxProblem.at(node.tabl_constraint.getStart(), source));
    }
    if (node.validate_constraint() != null) {
      return new ValidateConstraint(at, Names.last(node.validate_constraint().constraint_name));
    }
    if (node.drop_constraint() != null) {
      Drop_constraintContext drop = node.drop_constraint();
      return new DropConstraint(
          at,
          Names.of(drop.constraint_name),
          drop.if_exists() != null,
          isCascade(drop.cascade_restrict()));
    }
    return node.CONSTRAINT() == null
        ? null
        : new AlterConstraint(at, Names.of(node.identifier()), enforced(node));
  }

  /** Whether ENFORCED is said, which {@link ConstraintAttributes} calls DEFERRABLE. */
  private static Optional<Boolean> enforced(Table_actionContext node) {
    Table_deferrableContext said = node.table_deferrable();
    return said == null || !said.DEFERRABLE().getText().equalsIgnoreCase("enforced")
        ? Optional.empty()
        : Optional.of(said.NOT() == null);
  }

  /** What is turned on or off. */
  private static @Nullable Alteration switched(Table_actionContext node, int at) {
    boolean enabled = node.DISABLE() == null;
    if (node.TRIGGER() != null) {
      if (node.trigger_name != null) {
        return new SetTriggers(at, Names.last(node.trigger_name), enabled);
      }
      return new SetTriggers(at, node.USER() == null ? "all" : "user", enabled);
    }
    if (node.RULE() != null) {
      return new SetRule(at, Names.last(node.rewrite_rule_name), enabled);
    }
    if (node.SECURITY() == null) {
      return null;
    }
    if (node.FORCE() != null) {
      return new SetRowSecurity(
          at, node.NO() == null ? Alteration.Security.FORCE : Alteration.Security.NO_FORCE);
    }
    return new SetRowSecurity(
        at, enabled ? Alteration.Security.ENABLE : Alteration.Security.DISABLE);
  }

  private static Alteration property(Table_actionContext node, int at, Source source) {
    if (node.CLUSTER() != null) {
      return new ClusterOn(at, Optional.ofNullable(node.index_name).map(Names::last));
    }
    if (node.METHOD() != null) {
      String method =
          node.access_method_name == null ? "default" : Names.of(node.access_method_name);
      return new SetAccessMethod(at, method);
    }
    if (node.set_logged() != null) {
      return new SetPersistence(at, node.set_logged().LOGGED() != null);
    }
    if (node.storage_parameters() != null) {
      return new SetOptions(at, Options.names(node.storage_parameters()));
    }
    if (node.RESET() != null) {
      return new SetOptions(at, Options.names(node.names_in_parens()));
    }
    if (node.parent_table != null) {
      return new Inherit(at, Names.of(node.parent_table), node.inherit_option().NO() == null);
    }
    if (node.owner_to() != null) {
      return AlterTables.ownerTo(node.owner_to(), source);
    }
    if (node.set_tablespace() != null) {
      return AlterTables.setTablespace(node.set_tablespace(), source);
    }
    if (node.REPLICA() != null && node.IDENTITY() != null) {
      return new SetReplicaIdentity(at, identity(node));
    }
    return new AlterOther(at, Words.leading(node));
  }

  private static String identity(Table_actionContext node) {
    if (node.FULL() != null) {
      return "full";
    }
    if (node.NOTHING() != null) {
      return "nothing";
    }
    return node.INDEX() == null ? "default" : Names.of(node.identifier());
  }

  /** An action on a materialized view. */
  static Alteration of(Materialized_view_actionContext node, Source source) {
    int at = source.at(node);
    if (node.ALTER() != null) {
      String column = Names.of(node.identifier());
      return node.STORAGE() == null
          ? new SetColumnStatistics(at, column)
          : new SetColumnStorage(at, column, false);
    }
    if (node.CLUSTER() != null) {
      return new ClusterOn(at, Optional.ofNullable(node.index_name).map(Names::last));
    }
    if (node.METHOD() != null) {
      return new SetAccessMethod(at, Names.of(node.access_method_name));
    }
    return new SetOptions(
        at,
        node.storage_parameters() == null
            ? Options.names(node.names_in_parens())
            : Options.names(node.storage_parameters()));
  }

  /** Whether CASCADE is said. */
  static boolean isCascade(@Nullable Cascade_restrictContext node) {
    return node != null && node.CASCADE() != null;
  }
}
