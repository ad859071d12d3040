package io.liftlock.postgres.grammar;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.ColumnDefinition;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.CreateTable;
import io.liftlock.core.syntax.Persistence;
import io.liftlock.core.syntax.Query;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_foreign_table_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_table_as_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_table_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Define_tableContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.List_of_type_column_defContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Storage_parameter_oidContext;

/** Reads CREATE TABLE in all its forms. */
final class Tables {

  private static final Query UNTOLD =
      new Query(Set.of(), false, List.of(), List.of(), Set.of(), Set.of(), false, false);

  private Tables() {}

  /** CREATE TABLE, with columns, of a type, or as a partition. */
  static Command of(Create_table_statementContext node, Source source) {
    Define_tableContext define = node.define_table();
    TableShape shape =
        define.define_columns() != null
            ? TableShape.of(define.define_columns(), source)
            : TableShape.of(list(define), source);
    return new CreateTable(
        Names.of(node.name),
        node.if_not_exists() != null,
        persistence(
            Names.of(node.name),
            node.TEMP() != null || node.TEMPORARY() != null,
            node.UNLOGGED() != null),
        shape.columns(),
        shape.constraints(),
        shape.like(),
        shape.inherits(),
        Optional.ofNullable(node.partition_by()).map(Partitions::key),
        Optional.ofNullable(define.define_partition()).map(part -> Partitions.of(part, source)),
        Optional.empty(),
        options(node.storage_parameter_oid(), source),
        false);
  }

  private static @Nullable List_of_type_column_defContext list(Define_tableContext define) {
    return define.define_type() != null
        ? define.define_type().list_of_type_column_def()
        : define.define_partition().list_of_type_column_def();
  }

  /** CREATE TABLE AS. */
  static Command of(Create_table_as_statementContext node, Source source) {
    List<ColumnDefinition> columns =
        node.names_in_parens() == null
            ? List.of()
            : node.names_in_parens().names_references().schema_qualified_name().stream()
                .map(name -> Columns.named(name, source))
                .toList();
    return new CreateTable(
        Names.of(node.name),
        node.if_not_exists() != null,
        persistence(
            Names.of(node.name),
            node.TEMP() != null || node.TEMPORARY() != null,
            node.UNLOGGED() != null),
        columns,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(node.select_stmt() == null ? UNTOLD : Queries.of(node.select_stmt(), source)),
        options(node.storage_parameter_oid(), source),
        false);
  }

  /** CREATE FOREIGN TABLE. */
  static Command of(Create_foreign_table_statementContext node, Source source) {
    TableShape shape =
        node.define_columns() != null
            ? TableShape.of(node.define_columns(), source)
            : TableShape.of(node.define_partition().list_of_type_column_def(), source);
    return new CreateTable(
        Names.of(node.name),
        node.if_not_exists() != null,
        Persistence.PERMANENT,
        shape.columns(),
        shape.constraints(),
        shape.like(),
        shape.inherits(),
        Optional.empty(),
        Optional.ofNullable(node.define_partition()).map(part -> Partitions.of(part, source)),
        Optional.empty(),
        Map.of(),
        true);
  }

  /** Who sees a table, by its words and by the schema of its name. */
  static Persistence persistence(RelationName name, boolean temporary, boolean unlogged) {
    if (temporary || "pg_temp".equals(name.schema())) {
      return Persistence.TEMPORARY;
    }
    return unlogged ? Persistence.UNLOGGED : Persistence.PERMANENT;
  }

  private static Map<String, String> options(
      @Nullable Storage_parameter_oidContext node, Source source) {
    return Options.of(node == null ? null : node.with_storage_parameter(), source);
  }
}
