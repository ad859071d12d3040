package io.liftlock.postgres.grammar;

import io.liftlock.core.syntax.AlterSchema;
import io.liftlock.core.syntax.ChangeExtension;
import io.liftlock.core.syntax.ChangeSubscription;
import io.liftlock.core.syntax.Command;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_default_privileges_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_domain_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_extension_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_function_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_index_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_materialized_view_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_owner_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_policy_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_publication_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_rule_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_schema_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_sequence_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_subscription_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_table_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_trigger_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_type_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_view_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_alterContext;

/** Says which reader reads which ALTER. */
final class Changes {

  private Changes() {}

  /** ALTER. */
  static Command of(Schema_alterContext all, Source source) {
    ParserRuleContext node = (ParserRuleContext) all.getChild(1);
    return switch (node.getRuleIndex()) {
      case SQLParser.RULE_alter_table_statement ->
          AlterTables.of((Alter_table_statementContext) node, source);
      case SQLParser.RULE_alter_index_statement ->
          AlterTables.of((Alter_index_statementContext) node, source);
      case SQLParser.RULE_alter_view_statement ->
          AlterTables.of((Alter_view_statementContext) node, source);
      case SQLParser.RULE_alter_materialized_view_statement ->
          AlterTables.of((Alter_materialized_view_statementContext) node, source);
      case SQLParser.RULE_alter_sequence_statement ->
          Sequences.of((Alter_sequence_statementContext) node, source);
      case SQLParser.RULE_alter_owner_statement ->
          Owners.of((Alter_owner_statementContext) node, source);
      case SQLParser.RULE_alter_function_statement ->
          Routines.of((Alter_function_statementContext) node, source);
      case SQLParser.RULE_alter_type_statement ->
          TypeCommands.of((Alter_type_statementContext) node);
      case SQLParser.RULE_alter_domain_statement ->
          Domains.of((Alter_domain_statementContext) node, source);
      default -> rarer(all, node, source);
    };
  }

  private static Command rarer(Schema_alterContext all, ParserRuleContext node, Source source) {
    return switch (node.getRuleIndex()) {
      case SQLParser.RULE_alter_policy_statement ->
          Attachments.of((Alter_policy_statementContext) node);
      case SQLParser.RULE_alter_trigger_statement ->
          Attachments.of((Alter_trigger_statementContext) node);
      case SQLParser.RULE_alter_rule_statement ->
          Attachments.of((Alter_rule_statementContext) node);
      case SQLParser.RULE_alter_publication_statement ->
          Publications.of((Alter_publication_statementContext) node, source);
      case SQLParser.RULE_alter_subscription_statement ->
          new ChangeSubscription(
              Names.of(((Alter_subscription_statementContext) node).identifier()));
      case SQLParser.RULE_alter_extension_statement ->
          new ChangeExtension(
              Names.of(((Alter_extension_statementContext) node).identifier()), false);
      case SQLParser.RULE_alter_schema_statement -> schema((Alter_schema_statementContext) node);
      case SQLParser.RULE_alter_default_privileges_statement ->
          Grants.of((Alter_default_privileges_statementContext) node);
      default -> Commands.other(all);
    };
  }

  private static Command schema(Alter_schema_statementContext node) {
    return new AlterSchema(
        Names.of(node.identifier()), Optional.of(Names.of(node.rename_to().name)));
  }
}
