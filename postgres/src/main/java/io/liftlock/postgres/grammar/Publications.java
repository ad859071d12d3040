package io.liftlock.postgres.grammar;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.ChangePublication;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.Expression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_publication_actionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_publication_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_publication_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Publication_objectContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Publication_table_onlyContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_qualified_nameContext;

/** Reads CREATE PUBLICATION and ALTER PUBLICATION. */
final class Publications {

  private Publications() {}

  /** CREATE PUBLICATION. */
  static Command of(Create_publication_statementContext node, Source source) {
    Map<String, String> options = Options.of(node.with_storage_parameter(), source);
    return of(
        Names.of(node.identifier()),
        true,
        node.ALL() != null,
        node.publication_object(),
        options,
        source);
  }

  /** ALTER PUBLICATION. */
  static Command of(Alter_publication_statementContext node, Source source) {
    Alter_publication_actionContext action = node.alter_publication_action();
    Map<String, String> options = Options.of(action.storage_parameters(), source);
    return of(
        Names.of(node.identifier()), false, false, action.publication_object(), options, source);
  }

  private static Command of(
      String name,
      boolean create,
      boolean allTables,
      List<Publication_objectContext> objects,
      Map<String, String> options,
      Source source) {
    List<RelationName> tables = new ArrayList<>();
    Map<String, Expression> filters = new LinkedHashMap<>();
    List<String> schemas = new ArrayList<>();
    for (Publication_objectContext object : objects) {
      for (Publication_table_onlyContext part : object.publication_table_only()) {
        Schema_qualified_nameContext table = part.only_table_multiply().schema_qualified_name();
        tables.add(Names.of(table));
        if (part.expression != null) {
          filters.put(source.text(table), Expressions.of(part.expression, source));
        }
      }
      if (object.SCHEMA() != null) {
        schemas.addAll(schemas(object));
      }
    }
    return new ChangePublication(
        name, create, allTables, tables, schemas, operations(options), filters);
  }

  private static List<String> schemas(Publication_objectContext object) {
    List<String> schemas = new ArrayList<>(Names.all(object.identifier()));
    if (!object.CURRENT_SCHEMA().isEmpty()) {
      schemas.add("current_schema");
    }
    return schemas;
  }

  private static Set<String> operations(Map<String, String> options) {
    Set<String> operations = new HashSet<>();
    Arrays.stream(options.getOrDefault("publish", "").split(","))
        .map(word -> word.strip().toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .forEach(operations::add);
    return operations;
  }
}
