package io.liftlock.postgres.grammar;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.ConflictTarget;
import io.liftlock.core.syntax.Expression;
import io.liftlock.core.syntax.Query;
import io.liftlock.core.syntax.Write;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Conflict_objectContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Data_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Delete_stmt_for_psqlContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.IdentifierContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Insert_stmt_for_psqlContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Merge_stmt_for_psqlContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_qualified_nameContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_primaryContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_stmtContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Update_stmt_for_psqlContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.VexContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.With_clauseContext;

/** Reads INSERT, UPDATE, DELETE and MERGE. */
final class Writes {

  private final Source source;
  private final Scope scope;

  /** What the WITH clauses do, whose reads count as those of the source. */
  private final Harvest all;

  private Writes(Source source, Scope outer) {
    this.source = source;
    this.scope = outer.within();
    this.all = new Harvest(source);
  }

  /**
   * What a write does.
   *
   * @param node any statement of data but a SELECT
   * @param scope the queries that WITH names around it
   */
  static Write of(Data_statementContext node, Source source, Scope scope) {
    Writes writes = new Writes(source, scope);
    if (node.insert_stmt_for_psql() != null) {
      return writes.insert(node.insert_stmt_for_psql());
    }
    if (node.update_stmt_for_psql() != null) {
      return writes.update(node.update_stmt_for_psql());
    }
    return node.delete_stmt_for_psql() != null
        ? writes.delete(node.delete_stmt_for_psql())
        : writes.merge(node.merge_stmt_for_psql());
  }

  private Write insert(Insert_stmt_for_psqlContext node) {
    with(node.with_clause());
    Optional<ConflictTarget> conflict =
        node.CONFLICT() == null ? Optional.empty() : Optional.of(conflict(node.conflict_object()));
    if (node.select_stmt() != null) {
      all.select(node.select_stmt(), scope);
    }
    walk(node.conflict_action());
    walk(node.returning_select_list_with_alias());
    boolean fed = node.select_stmt() != null && (!isValues(node.select_stmt()) || all.isActive());
    List<String> columns =
        node.insert_columns() == null
            ? List.of()
            : Assignments.columns(node.insert_columns().indirection_identifier());
    return write(
        Write.Kind.INSERT,
        Names.of(node.insert_table_name),
        Optional.empty(),
        Map.of(),
        columns,
        fed,
        conflict);
  }

  private Write update(Update_stmt_for_psqlContext node) {
    with(node.with_clause());
    RelationName table = target(node.update_table_name, node.alias);
    all.from(node.from_item(), scope);
    node.update_set().forEach(this::walk);
    Optional<Expression> where = where(node.vex(), node.cursor);
    walk(node.returning_select_list_with_alias());
    return write(
        Write.Kind.UPDATE,
        table,
        where,
        new Assignments(source).set(node.update_set()),
        List.of(),
        !node.from_item().isEmpty() || all.readsRelations(),
        Optional.empty());
  }

  private Write delete(Delete_stmt_for_psqlContext node) {
    with(node.with_clause());
    RelationName table = target(node.delete_table_name, node.alias);
    all.from(node.from_item(), scope);
    Optional<Expression> where = where(node.vex(), node.cursor);
    walk(node.returning_select_list_with_alias());
    return write(
        Write.Kind.DELETE,
        table,
        where,
        Map.of(),
        List.of(),
        !node.from_item().isEmpty() || all.readsRelations(),
        Optional.empty());
  }

  private Write merge(Merge_stmt_for_psqlContext node) {
    with(node.with_clause());
    RelationName table = target(node.merge_table_name, node.alias);
    all.from(List.of(node.from_item()), scope);
    Optional<Expression> where = where(node.vex(), null);
    node.when_condition().forEach(this::walk);
    walk(node.returning_select_list_with_alias());
    return write(
        Write.Kind.MERGE,
        table,
        where,
        new Assignments(source).merge(node.when_condition()),
        List.of(),
        true,
        Optional.empty());
  }

  private Write write(
      Write.Kind kind,
      RelationName table,
      Optional<Expression> where,
      Map<String, Expression> assignments,
      List<String> columns,
      boolean fed,
      Optional<ConflictTarget> conflict) {
    Query query = all.query();
    return new Write(
        kind,
        table,
        where,
        assignments,
        columns,
        fed ? Optional.of(query) : Optional.empty(),
        conflict,
        query.writes());
  }

  private void with(@Nullable With_clauseContext with) {
    if (with != null) {
      all.with(with, scope);
    }
  }

  private void walk(@Nullable ParseTree node) {
    if (node != null) {
      all.walk(node, scope);
    }
  }

  private RelationName target(
      Schema_qualified_nameContext name, @Nullable IdentifierContext alias) {
    RelationName table = Names.of(name);
    scope.nameSource(alias == null ? table.name() : Names.of(alias), Optional.of(table));
    return table;
  }

  private Optional<Expression> where(
      @Nullable VexContext condition, @Nullable ParserRuleContext cursor) {
    if (condition != null) {
      all.condition(condition, scope);
      return Optional.of(Expressions.of(condition, source));
    }
    return cursor == null ? Optional.empty() : Optional.of(Expressions.of(cursor, source));
  }

  private static ConflictTarget conflict(@Nullable Conflict_objectContext node) {
    if (node == null) {
      return new ConflictTarget(List.of(), Optional.empty());
    }
    return node.identifier() != null
        ? new ConflictTarget(List.of(), Optional.of(Names.of(node.identifier())))
        : new ConflictTarget(
            node.index_columns().index_column().stream()
                .flatMap(part -> Conjuncts.column(part.vex()).stream())
                .toList(),
            Optional.empty());
  }

  private static boolean isValues(Select_stmtContext node) {
    Select_primaryContext primary = node.select_ops().select_primary();
    return primary != null && primary.values_stmt() != null;
  }
}
