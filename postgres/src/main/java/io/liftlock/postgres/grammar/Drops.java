package io.liftlock.postgres.grammar;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.ChangeSubscription;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.Drop;
import io.liftlock.core.syntax.ObjectType;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Cascade_restrictContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Drop_database_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Drop_function_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Drop_owned_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Drop_policy_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Drop_rule_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Drop_statementsContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Drop_trigger_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.IdentifierContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.If_exist_names_restrict_cascadeContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.If_existsContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_dropContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_qualified_nameContext;

/** Reads DROP of any kind of object. */
final class Drops {

  private Drops() {}

  /** DROP. */
  static Command of(Schema_dropContext node) {
    if (node.drop_statements() != null) {
      return of(node.drop_statements());
    }
    if (node.drop_function_statement() != null) {
      return of(node.drop_function_statement());
    }
    if (node.drop_trigger_statement() != null) {
      Drop_trigger_statementContext drop = node.drop_trigger_statement();
      return on(
          ObjectType.TRIGGER,
          drop.name,
          drop.table_name,
          drop.if_exists(),
          drop.cascade_restrict());
    }
    if (node.drop_rule_statement() != null) {
      Drop_rule_statementContext drop = node.drop_rule_statement();
      return on(
          ObjectType.RULE,
          drop.name,
          drop.schema_qualified_name(),
          drop.if_exists(),
          drop.cascade_restrict());
    }
    if (node.drop_policy_statement() != null) {
      Drop_policy_statementContext drop = node.drop_policy_statement();
      return on(
          ObjectType.POLICY,
          drop.identifier(),
          drop.schema_qualified_name(),
          drop.if_exists(),
          drop.cascade_restrict());
    }
    return rare(node);
  }

  private static Command rare(Schema_dropContext node) {
    if (node.drop_database_statement() != null) {
      Drop_database_statementContext drop = node.drop_database_statement();
      return plain(
          ObjectType.DATABASE,
          List.of(RelationName.of(Names.of(drop.identifier()))),
          drop.if_exists(),
          null);
    }
    if (node.drop_owned_statement() != null) {
      Drop_owned_statementContext drop = node.drop_owned_statement();
      return plain(
          ObjectType.OWNED,
          drop.user_name().stream().map(role -> RelationName.of(Names.of(role))).toList(),
          null,
          drop.cascade_restrict());
    }
    ParserRuleContext drop = (ParserRuleContext) node.getChild(1);
    return plain(
        ObjectType.OTHER,
        List.of(),
        drop.getRuleContext(If_existsContext.class, 0),
        drop.getRuleContext(Cascade_restrictContext.class, 0));
  }

  private static Command of(Drop_statementsContext node) {
    If_exist_names_restrict_cascadeContext rest = node.if_exist_names_restrict_cascade();
    List<RelationName> names = Names.all(rest.names_references());
    ObjectType type = type(node);
    if (type == ObjectType.SUBSCRIPTION) {
      return new ChangeSubscription(names.get(0).name());
    }
    return new Drop(
        type,
        names,
        Optional.empty(),
        node.CONCURRENTLY() != null,
        rest.if_exists() != null,
        TableActions.isCascade(rest.cascade_restrict()));
  }

  private static ObjectType type(Drop_statementsContext node) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < node.getChildCount() - 1; i++) {
      if (node.getChild(i) != node.CONCURRENTLY()) {
        words.append(words.isEmpty() ? "" : " ").append(node.getChild(i).getText());
      }
    }
    return ObjectTypes.of(words.toString());
  }

  private static Command of(Drop_function_statementContext node) {
    ObjectType type = ObjectTypes.of(node.getStart().getText());
    return plain(type, List.of(Names.of(node.name)), node.if_exists(), node.cascade_restrict());
  }

  private static Command on(
      ObjectType type,
      IdentifierContext name,
      Schema_qualified_nameContext table,
      @Nullable If_existsContext ifExists,
      @Nullable Cascade_restrictContext behaviour) {
    return new Drop(
        type,
        List.of(RelationName.of(Names.of(name))),
        Optional.of(Names.of(table)),
        false,
        ifExists != null,
        TableActions.isCascade(behaviour));
  }

  private static Command plain(
      ObjectType type,
      List<RelationName> names,
      @Nullable If_existsContext ifExists,
      @Nullable Cascade_restrictContext behaviour) {
    return new Drop(
        type, names, Optional.empty(), false, ifExists != null, TableActions.isCascade(behaviour));
  }
}
