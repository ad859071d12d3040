package io.liftlock.postgres.grammar;

import io.liftlock.core.syntax.ChangeExtension;
import io.liftlock.core.syntax.ChangeSubscription;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.CreateSchema;
import io.liftlock.core.syntax.CreateStatistics;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Comment_on_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_domain_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_extension_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_foreign_table_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_function_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_index_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_policy_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_publication_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_rewrite_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_schema_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_sequence_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_statistics_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_subscription_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_table_as_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_table_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_trigger_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_type_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_view_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Rule_commonContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_createContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Set_statementContext;

/** Says which reader reads which CREATE, and what the grammar counts among them. */
final class Creations {

  private Creations() {}

  /** CREATE, COMMENT, GRANT, REVOKE, SET. */
  static Command of(Schema_createContext all, Source source) {
    ParserRuleContext node = (ParserRuleContext) all.getChild(all.getChildCount() - 1);
    return switch (node.getRuleIndex()) {
      case SQLParser.RULE_create_table_statement ->
          Tables.of((Create_table_statementContext) node, source);
      case SQLParser.RULE_create_table_as_statement ->
          Tables.of((Create_table_as_statementContext) node, source);
      case SQLParser.RULE_create_foreign_table_statement ->
          Tables.of((Create_foreign_table_statementContext) node, source);
      case SQLParser.RULE_create_index_statement ->
          Indexes.of((Create_index_statementContext) node, source);
      case SQLParser.RULE_create_view_statement ->
          Views.of((Create_view_statementContext) node, source);
      case SQLParser.RULE_create_sequence_statement ->
          Sequences.of((Create_sequence_statementContext) node);
      case SQLParser.RULE_create_function_statement ->
          Routines.of((Create_function_statementContext) node, source);
      case SQLParser.RULE_create_trigger_statement ->
          Attachments.of((Create_trigger_statementContext) node, source);
      case SQLParser.RULE_create_rewrite_statement ->
          Attachments.of((Create_rewrite_statementContext) node);
      case SQLParser.RULE_create_policy_statement ->
          Attachments.of((Create_policy_statementContext) node, source);
      default -> rarer(all, node, source);
    };
  }

  private static Command rarer(Schema_createContext all, ParserRuleContext node, Source source) {
    return switch (node.getRuleIndex()) {
      case SQLParser.RULE_create_type_statement ->
          TypeCommands.of((Create_type_statementContext) node);
      case SQLParser.RULE_create_domain_statement ->
          Domains.of((Create_domain_statementContext) node, source);
      case SQLParser.RULE_create_schema_statement ->
          schema((Create_schema_statementContext) node, source);
      case SQLParser.RULE_create_statistics_statement ->
          statistics((Create_statistics_statementContext) node);
      case SQLParser.RULE_create_publication_statement ->
          Publications.of((Create_publication_statementContext) node, source);
      case SQLParser.RULE_create_subscription_statement ->
          new ChangeSubscription(
              Names.of(((Create_subscription_statementContext) node).identifier()));
      case SQLParser.RULE_create_extension_statement ->
          new ChangeExtension(Names.of(((Create_extension_statementContext) node).name), true);
      case SQLParser.RULE_comment_on_statement ->
          Comments.of((Comment_on_statementContext) node, source);
      case SQLParser.RULE_rule_common -> Grants.of((Rule_commonContext) node);
      case SQLParser.RULE_set_statement -> SessionCommands.of((Set_statementContext) node, source);
      default -> Commands.other(all);
    };
  }

  private static Command schema(Create_schema_statementContext node, Source source) {
    if (node.name == null && node.user_name() == null) {
      throw new SyntaxProblem(source.end(node.getStop()), "the statement ends too early");
    }
    String name = node.name == null ? Names.of(node.user_name()) : Names.of(node.name);
    return new CreateSchema(name, node.if_not_exists() != null, List.of());
  }

  private static Command statistics(Create_statistics_statementContext node) {
    return new CreateStatistics(
        Optional.ofNullable(node.name).map(Names::of), List.of(Names.of(node.table_name)));
  }
}
