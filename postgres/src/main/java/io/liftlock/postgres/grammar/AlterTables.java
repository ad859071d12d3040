package io.liftlock.postgres.grammar;

import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.Alteration;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.RelationKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_index_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_materialized_view_actionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_materialized_view_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_partitionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_table_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_view_actionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_view_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.If_existsContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Index_def_actionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Owner_toContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Partition_table_valueContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Rename_toContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_qualified_nameContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Set_schemaContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Set_tablespaceContext;

/** Reads ALTER TABLE and its kin: of indexes, views, materialized views. */
final class AlterTables {

  private AlterTables() {}

  /** ALTER TABLE and ALTER FOREIGN TABLE. */
  static Command of(Alter_table_statementContext node, Source source) {
    return new AlterTable(
        kind(node),
        Names.of(node.name),
        node.if_exists() != null,
        node.ONLY() != null,
        node.table_action().isEmpty()
            ? List.of(alone(node, source))
            : node.table_action().stream().map(action -> TableActions.of(action, source)).toList());
  }

  /** What is changed; where {@link Reshaping} calls a view a table, its own word tells. */
  private static RelationKind kind(Alter_table_statementContext node) {
    return switch (node.TABLE().getText().toLowerCase(Locale.ROOT)) {
      case "materialized" -> RelationKind.MATERIALIZED_VIEW;
      case "view" -> RelationKind.VIEW;
      case "index" -> RelationKind.INDEX;
      default -> node.FOREIGN() == null ? RelationKind.TABLE : RelationKind.FOREIGN_TABLE;
    };
  }

  /** The actions that stand alone. */
  private static Alteration alone(Alter_table_statementContext node, Source source) {
    if (node.rename_to() != null) {
      return renameTo(node.rename_to(), source);
    }
    if (node.set_schema() != null) {
      return setSchema(node.set_schema(), source);
    }
    if (node.RENAME() != null) {
      int at = source.at(node.RENAME().getSymbol());
      String name = Names.of(node.identifier(0));
      String newName = Names.of(node.identifier(1));
      return node.CONSTRAINT() == null
          ? new Alteration.RenameColumn(at, name, newName)
          : new Alteration.RenameConstraint(at, name, newName);
    }
    if (node.alter_partition() != null) {
      return partition(node.alter_partition(), source);
    }
    ParserRuleContext last = (ParserRuleContext) node.getChild(node.getChildCount() - 1);
    return new Alteration.AlterOther(source.at(last), Words.leading(last));
  }

  private static Alteration partition(Alter_partitionContext node, Source source) {
    int at = source.at(node);
    Partition_table_valueContext attached = node.partition_table_value();
    return attached == null
        ? new Alteration.DetachPartition(
            at, Names.of(node.child), node.CONCURRENTLY() != null, node.FINALIZE() != null)
        : new Alteration.AttachPartition(
            at,
            Names.of(attached.schema_qualified_name()),
            Partitions.bound(attached.for_values_bound(), source),
            attached.for_values_bound().DEFAULT() != null);
  }

  /** RENAME TO. */
  static Alteration renameTo(Rename_toContext node, Source source) {
    return new Alteration.RenameTo(source.at(node), Names.of(node.name));
  }

  /** SET SCHEMA. */
  static Alteration setSchema(Set_schemaContext node, Source source) {
    return new Alteration.SetSchema(source.at(node), Names.of(node.identifier()));
  }

  /** OWNER TO. */
  static Alteration ownerTo(Owner_toContext node, Source source) {
    return new Alteration.OwnerTo(source.at(node), source.text(node.user_name()));
  }

  /** SET TABLESPACE. */
  static Alteration setTablespace(Set_tablespaceContext node, Source source) {
    return new Alteration.SetTablespace(source.at(node), Names.of(node.identifier()));
  }

  /** ALTER INDEX; of all those in a tablespace, which names none, too. */
  static Command of(Alter_index_statementContext node, Source source) {
    return node.index_def_action() == null
        ? Commands.other(node.getParent())
        : one(
            RelationKind.INDEX,
            node.schema_qualified_name(),
            node.if_exists(),
            indexAction(node.index_def_action(), source));
  }

  private static Alteration indexAction(Index_def_actionContext node, Source source) {
    int at = source.at(node);
    if (node.rename_to() != null) {
      return renameTo(node.rename_to(), source);
    }
    if (node.ATTACH() != null) {
      return new Alteration.AttachPartition(at, Names.of(node.index), Optional.empty(), false);
    }
    if (node.set_statistics() != null) {
      String column = node.iconst() == null ? Names.of(node.identifier()) : node.iconst().getText();
      return new Alteration.SetColumnStatistics(at, column);
    }
    if (node.set_tablespace() != null) {
      return setTablespace(node.set_tablespace(), source);
    }
    if (node.storage_parameters() != null) {
      return new Alteration.SetOptions(at, Options.names(node.storage_parameters()));
    }
    return node.RESET() == null
        ? new Alteration.AlterOther(at, Words.leading(node))
        : new Alteration.SetOptions(
            at,
            Set.copyOf(Names.all(node.identifier_list_in_paren().identifier_list().identifier())));
  }

  /** ALTER VIEW. */
  static Command of(Alter_view_statementContext node, Source source) {
    return one(
        RelationKind.VIEW,
        node.name,
        node.if_exists(),
        viewAction(node.alter_view_action(), source));
  }

  private static Alteration viewAction(Alter_view_actionContext node, Source source) {
    int at = source.at(node);
    if (node.set_def_column() != null) {
      return new Alteration.SetDefault(
          at, Names.of(node.column_name), Expressions.of(node.set_def_column().vex(), source));
    }
    if (node.drop_def() != null) {
      return new Alteration.DropDefault(at, Names.of(node.column_name));
    }
    if (node.rename_to() != null) {
      return renameTo(node.rename_to(), source);
    }
    if (node.RENAME() != null) {
      return new Alteration.RenameColumn(
          at, Names.of(node.identifier(0)), Names.of(node.identifier(1)));
    }
    if (node.set_schema() != null) {
      return setSchema(node.set_schema(), source);
    }
    return new Alteration.SetOptions(
        at,
        node.storage_parameters() == null
            ? Options.names(node.names_in_parens())
            : Options.names(node.storage_parameters()));
  }

  /** ALTER MATERIALIZED VIEW; of all those in a tablespace, which names none, too. */
  static Command of(Alter_materialized_view_statementContext node, Source source) {
    Alter_materialized_view_actionContext action = node.alter_materialized_view_action();
    return action == null
        ? Commands.other(node.getParent())
        : new AlterTable(
            RelationKind.MATERIALIZED_VIEW,
            Names.of(node.schema_qualified_name()),
            node.if_exists() != null,
            false,
            viewActions(action, source));
  }

  private static List<Alteration> viewActions(
      Alter_materialized_view_actionContext node, Source source) {
    if (node.rename_to() != null) {
      return List.of(renameTo(node.rename_to(), source));
    }
    if (node.set_schema() != null) {
      return List.of(setSchema(node.set_schema(), source));
    }
    int at = source.at(node);
    if (node.RENAME() != null) {
      return List.of(
          new Alteration.RenameColumn(
              at, Names.of(node.identifier(0)), Names.of(node.identifier(1))));
    }
    return node.materialized_view_action().isEmpty()
        ? List.of(new Alteration.AlterOther(at, Words.leading(node)))
        : node.materialized_view_action().stream()
            .map(action -> TableActions.of(action, source))
            .toList();
  }

  /** An ALTER of a relation that does one thing. */
  static AlterTable one(
      RelationKind kind,
      Schema_qualified_nameContext name,
      @Nullable If_existsContext ifExists,
      Alteration action) {
    return new AlterTable(kind, Names.of(name), ifExists != null, false, List.of(action));
  }
}
