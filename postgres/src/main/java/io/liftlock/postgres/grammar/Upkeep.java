package io.liftlock.postgres.grammar;

import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Analyze;
import io.liftlock.core.syntax.Cluster;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.LockTable;
import io.liftlock.core.syntax.RefreshView;
import io.liftlock.core.syntax.Reindex;
import io.liftlock.core.syntax.Truncate;
import io.liftlock.core.syntax.Vacuum;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Additional_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Boolean_valueContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Cascade_restrictContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Lock_modeContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Lock_tableContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Only_table_multiplyContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Reindex_stmtContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_qualified_nameContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Script_additionalContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Table_cols_listContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Truncate_stmtContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Vacuum_modeContext;

/** Reads the commands that keep relations in order, and LOCK. */
final class Upkeep {

  private Upkeep() {}

  /** ANALYZE, CLUSTER, REFRESH, TRUNCATE, REINDEX; empty for any other command. */
  static Optional<Command> of(Additional_statementContext node) {
    if (node.analyze_keyword() != null) {
      return Optional.of(new Analyze(tables(node.table_cols_list())));
    }
    if (node.cluster_stmt() != null) {
      Schema_qualified_nameContext table = node.cluster_stmt().schema_qualified_name();
      return Optional.of(new Cluster(Optional.ofNullable(table).map(Names::of)));
    }
    if (node.REFRESH() != null) {
      return Optional.of(
          new RefreshView(
              Names.of(node.schema_qualified_name()),
              node.CONCURRENTLY() != null,
              node.NO() == null));
    }
    if (node.truncate_stmt() != null) {
      return Optional.of(truncate(node.truncate_stmt()));
    }
    return Optional.ofNullable(node.reindex_stmt()).map(Upkeep::reindex);
  }

  /** VACUUM. */
  static Command vacuum(Script_additionalContext node) {
    Vacuum_modeContext mode = node.vacuum_mode();
    boolean full =
        mode.FULL() != null
            || mode.vacuum_option().stream()
                .anyMatch(option -> option.FULL() != null && isOn(option.boolean_value()));
    return new Vacuum(full, tables(node.table_cols_list()));
  }

  /** LOCK TABLE. */
  static Command lock(Lock_tableContext node) {
    return new LockTable(
        names(node.only_table_multiply()),
        node.lock_mode() == null ? LockMode.ACCESS_EXCLUSIVE : mode(node.lock_mode()),
        node.NOWAIT() != null);
  }

  private static LockMode mode(Lock_modeContext node) {
    boolean exclusive = node.EXCLUSIVE() != null;
    if (node.ACCESS() != null) {
      return exclusive ? LockMode.ACCESS_EXCLUSIVE : LockMode.ACCESS_SHARE;
    }
    if (node.SHARE() == null) {
      return node.ROW() == null ? LockMode.EXCLUSIVE : LockMode.ROW_EXCLUSIVE;
    }
    if (node.UPDATE() != null) {
      return LockMode.SHARE_UPDATE_EXCLUSIVE;
    }
    if (node.ROW() != null) {
      return exclusive ? LockMode.SHARE_ROW_EXCLUSIVE : LockMode.ROW_SHARE;
    }
    return LockMode.SHARE;
  }

  private static Command truncate(Truncate_stmtContext node) {
    Cascade_restrictContext behaviour = node.cascade_restrict();
    return new Truncate(
        names(node.only_table_multiply()),
        node.only_table_multiply().stream().anyMatch(table -> table.ONLY() != null),
        node.RESTART() != null,
        behaviour != null && behaviour.CASCADE() != null);
  }

  private static Command reindex(Reindex_stmtContext node) {
    boolean concurrently =
        node.CONCURRENTLY() != null
            || (node.reindex_options() != null
                && node.reindex_options().reindex_option().stream()
                    .anyMatch(
                        option -> option.CONCURRENTLY() != null && isOn(option.boolean_value())));
    Optional<RelationName> name = Optional.ofNullable(node.schema_qualified_name()).map(Names::of);
    return new Reindex(scope(node), name, concurrently);
  }

  private static Reindex.Scope scope(Reindex_stmtContext node) {
    if (node.INDEX() != null) {
      return Reindex.Scope.INDEX;
    }
    if (node.TABLE() != null) {
      return Reindex.Scope.TABLE;
    }
    if (node.SCHEMA() != null) {
      return Reindex.Scope.SCHEMA;
    }
    return node.DATABASE() != null ? Reindex.Scope.DATABASE : Reindex.Scope.SYSTEM;
  }

  private static List<RelationName> names(List<Only_table_multiplyContext> tables) {
    return tables.stream().map(table -> Names.of(table.schema_qualified_name())).toList();
  }

  private static List<RelationName> tables(@Nullable Table_cols_listContext tables) {
    return tables == null
        ? List.of()
        : tables.inheritance_specified_table_cols().stream()
            .map(table -> Names.of(table.schema_qualified_name()))
            .toList();
  }

  /** Whether an option is on: said without a value, or with one that means so. */
  static boolean isOn(@Nullable Boolean_valueContext value) {
    if (value == null || value.TRUE() != null || value.ON() != null) {
      return true;
    }
    if (value.sconst() != null) {
      String text = Literals.of(value.sconst());
      return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("on");
    }
    return value.iconst() != null && !value.iconst().getText().equals("0");
  }
}
