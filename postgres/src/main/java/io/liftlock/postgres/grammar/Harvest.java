package io.liftlock.postgres.grammar;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Call;
import io.liftlock.core.syntax.ColumnName;
import io.liftlock.core.syntax.Query;
import io.liftlock.core.syntax.Write;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.After_opsContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Data_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.From_itemContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.From_primaryContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Function_callContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Indirection_varContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Into_tableContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Names_in_parensContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Orderby_clauseContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Perform_stmtContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_qualified_nameContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_listContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_opsContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_primaryContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_stmtContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_stmt_no_parensContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_sublistContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Value_expression_primaryContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.VexContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.With_clauseContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.With_queryContext;

/** Walks the tree of a query once and keeps what it reads, calls, filters by and writes. */
final class Harvest {

  private static final String ALL_COLUMNS = "*";

  private final Source source;
  private final Set<RelationName> reads = new LinkedHashSet<>();
  private final List<Write> writes = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();
  private final Set<ColumnName> filters = new LinkedHashSet<>();
  private final Set<ColumnName> columns = new LinkedHashSet<>();
  private boolean locksRows;
  private boolean star;
  private boolean limited;

  /** How many expressions the walk stands in: a star there asks for no columns. */
  private int expressions;

  Harvest(Source source) {
    this.source = source;
  }

  /** What was found so far, as a query. */
  Query query() {
    return new Query(reads, locksRows, writes, calls, filters, columns, star, limited);
  }

  /** Whether a relation is read or a function called. */
  boolean isActive() {
    return !reads.isEmpty() || !calls.isEmpty() || !writes.isEmpty();
  }

  /** Whether a relation is read. */
  boolean readsRelations() {
    return !reads.isEmpty() || !writes.isEmpty();
  }

  /** A query with its own WITH, FROM and so on. */
  void select(ParserRuleContext query, Scope outer) {
    Scope scope = outer.within();
    for (ParseTree part : query.children) {
      if (part instanceof With_clauseContext with) {
        with(with, scope);
      } else if (part instanceof After_opsContext after) {
        after(after, scope, labels(query));
      } else {
        operands(part, scope);
      }
    }
  }

  /** The queries of WITH, whose names hold from there on. */
  void with(With_clauseContext with, Scope scope) {
    boolean recursive = with.RECURSIVE() != null;
    for (With_queryContext query : with.with_query()) {
      String name = Names.of(query.query_name);
      if (recursive) {
        scope.nameQuery(name);
      }
      Data_statementContext statement = query.data_statement();
      if (statement.select_stmt() != null) {
        boolean limits = limited;
        select(statement.select_stmt(), scope);
        limited = limits;
      } else {
        writes.add(Writes.of(statement, source, scope));
      }
      scope.nameQuery(name);
    }
  }

  /** What stands in FROM, first the names that it gives, then what it does. */
  void from(List<From_itemContext> items, Scope scope) {
    items.forEach(item -> sources(item, scope));
    items.forEach(item -> walk(item, scope));
  }

  /** A condition: its columns are filtered by. */
  void condition(ParserRuleContext condition, Scope scope) {
    columns(condition, scope, Set.of());
    walk(condition, scope);
  }

  /** Any other part: its calls and queries count. */
  void walk(ParseTree node, Scope scope) {
    if (node instanceof Select_stmtContext || node instanceof Select_stmt_no_parensContext) {
      boolean limits = limited;
      select((ParserRuleContext) node, scope);
      limited = limits;
      return;
    }
    if (node instanceof Function_callContext call) {
      Calls.of(call).ifPresent(calls::add);
    } else if (node instanceof Select_sublistContext item) {
      star |= expressions == 0 && isStar(item);
      if (isStar(item)) {
        allColumns(item, scope);
      }
    } else if (node instanceof Indirection_varContext column) {
      ColumnReference.of(column)
          .ifPresent(named -> columns.add(scope.column(named.qualifier(), named.name())));
    } else if (node instanceof From_itemContext join) {
      join(join, scope);
      return;
    }
    int depth = node instanceof VexContext ? 1 : 0;
    expressions += depth;
    for (int i = 0; i < node.getChildCount(); i++) {
      walk(node.getChild(i), scope);
    }
    expressions -= depth;
  }

  private void operands(ParseTree node, Scope scope) {
    if (node instanceof Select_primaryContext primary) {
      primary(primary, scope);
      return;
    }
    boolean several = node.getChildCount() > 1;
    for (int i = 0; i < node.getChildCount(); i++) {
      ParseTree child = node.getChild(i);
      if (child instanceof Select_stmtContext inner) {
        select(inner, scope);
      } else if (child instanceof ParserRuleContext) {
        operands(child, several ? scope.within() : scope);
      }
    }
  }

  private void primary(Select_primaryContext node, Scope scope) {
    if (node.schema_qualified_name() != null) {
      read(Names.of(node.schema_qualified_name()), scope);
      star |= expressions == 0;
      columns.add(new ColumnName(Optional.of(Names.of(node.schema_qualified_name())), ALL_COLUMNS));
      return;
    }
    block(node, node.from_item(), scope);
  }

  /** {@code PERFORM} and the like: the parts of a query without its first word. */
  void perform(Perform_stmtContext node, Scope outer) {
    Scope scope = outer.within();
    block(node, node.from_item(), scope);
  }

  private void block(ParserRuleContext node, List<From_itemContext> items, Scope scope) {
    from(items, scope);
    Set<String> labels = new HashSet<>();
    String word = "";
    for (ParseTree child : node.children) {
      if (child instanceof TerminalNode leaf) {
        word = leaf.getText().toLowerCase(Locale.ROOT);
      } else if (child instanceof VexContext condition && word.equals("where")) {
        condition(condition, scope);
      } else if (child instanceof Select_listContext list) {
        labels.addAll(labels(list));
        walk(list, scope);
      } else if (child instanceof After_opsContext after) {
        after(after, scope, labels);
      } else if (child instanceof Select_opsContext more) {
        operands(more, scope.within());
      } else if (!(child instanceof From_itemContext || child instanceof Into_tableContext)) {
        walk(child, scope);
      }
    }
  }

  /** The names that a query gives to what it shows, by which it may sort. */
  private static Set<String> labels(ParserRuleContext query) {
    Select_primaryContext primary =
        query instanceof Select_stmtContext select
            ? select.select_ops().select_primary()
            : ((Select_stmt_no_parensContext) query).select_ops_no_parens().select_primary();
    return primary == null || primary.select_list() == null
        ? Set.of()
        : labels(primary.select_list());
  }

  private static Set<String> labels(Select_listContext list) {
    Set<String> labels = new HashSet<>();
    for (Select_sublistContext item : list.select_sublist()) {
      if (item.col_label() != null) {
        labels.add(Names.of(item.col_label()));
      } else if (item.bare_col_label() != null) {
        labels.add(Names.of(item.bare_col_label()));
      }
    }
    return labels;
  }

  private void after(After_opsContext after, Scope scope, Set<String> labels) {
    limited |= (after.LIMIT() != null && after.ALL() == null) || after.FETCH() != null;
    locksRows |= after.FOR() != null;
    if (after.orderby_clause() != null) {
      columns(after.orderby_clause(), scope, labels);
    }
    for (ParseTree child : after.children) {
      if (child instanceof VexContext || child instanceof Orderby_clauseContext) {
        walk(child, scope);
      }
    }
  }

  /** The relations of FROM under the names by which columns call them. */
  private void sources(ParserRuleContext item, Scope scope) {
    if (item instanceof From_primaryContext primary) {
      source(primary, scope);
      return;
    }
    for (ParseTree child : item.children) {
      if (child instanceof From_itemContext || child instanceof From_primaryContext) {
        sources((ParserRuleContext) child, scope);
      }
    }
  }

  private void source(From_primaryContext node, Scope scope) {
    String alias = node.alias_clause() == null ? "" : Names.of(node.alias_clause().alias);
    if (node.schema_qualified_name() == null) {
      String name = node.alias == null ? alias : Names.of(node.alias);
      scope.nameSource(name, Optional.empty());
      return;
    }
    RelationName relation = Names.of(node.schema_qualified_name());
    boolean read = read(relation, scope);
    scope.nameSource(
        alias.isEmpty() ? relation.name() : alias, read ? Optional.of(relation) : Optional.empty());
  }

  private boolean read(RelationName relation, Scope scope) {
    return !scope.isQuery(relation) && (reads.contains(relation) || reads.add(relation));
  }

  private void join(From_itemContext item, Scope scope) {
    for (ParseTree child : item.children) {
      if (child instanceof VexContext condition) {
        condition(condition, scope);
      } else if (child instanceof Names_in_parensContext using) {
        for (Schema_qualified_nameContext name : using.names_references().schema_qualified_name()) {
          String column = Names.of(name).name();
          scope.relations().forEach(of -> filters.add(new ColumnName(Optional.of(of), column)));
          scope.relations().forEach(of -> columns.add(new ColumnName(Optional.of(of), column)));
        }
      } else {
        walk(child, scope);
      }
    }
  }

  private void columns(ParseTree node, Scope scope, Set<String> labels) {
    if (node instanceof Select_stmtContext || node instanceof Select_stmt_no_parensContext) {
      return;
    }
    if (node instanceof Indirection_varContext column) {
      ColumnReference.of(column)
          .filter(named -> named.qualifier().isPresent() || !labels.contains(named.name()))
          .ifPresent(named -> filters.add(scope.column(named.qualifier(), named.name())));
    }
    for (int i = 0; i < node.getChildCount(); i++) {
      columns(node.getChild(i), scope, labels);
    }
  }

  /** {@code *} is all columns of every relation in sight, {@code t.*} all of one. */
  private void allColumns(Select_sublistContext item, Scope scope) {
    Indirection_varContext column = item.vex().value_expression_primary().indirection_var();
    if (column == null || column.identifier() == null) {
      scope.relations().forEach(of -> columns.add(new ColumnName(Optional.of(of), ALL_COLUMNS)));
    } else {
      columns.add(scope.column(Optional.of(Names.of(column.identifier())), ALL_COLUMNS));
    }
  }

  private static boolean isStar(Select_sublistContext item) {
    Value_expression_primaryContext primary = item.vex().value_expression_primary();
    if (primary == null) {
      return false;
    }
    Indirection_varContext column = primary.indirection_var();
    return primary.MULTIPLY() != null || (column != null && ColumnReference.isStar(column));
  }
}
