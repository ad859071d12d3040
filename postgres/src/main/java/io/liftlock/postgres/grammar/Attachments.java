package io.liftlock.postgres.grammar;

import io.liftlock.core.syntax.AlterPolicy;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.CreatePolicy;
import io.liftlock.core.syntax.CreateRule;
import io.liftlock.core.syntax.CreateTrigger;
import io.liftlock.core.syntax.OtherCommand;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_policy_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_rule_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_trigger_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_policy_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_rewrite_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_trigger_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Function_callContext;

/** Reads the commands of what hangs on tables: triggers, rules, policies. */
final class Attachments {

  private Attachments() {}

  /** CREATE TRIGGER. */
  static Command of(Create_trigger_statementContext node, Source source) {
    return new CreateTrigger(
        Names.of(node.name),
        Names.of(node.table_name),
        node.REPLACE() != null,
        events(node),
        Optional.ofNullable(node.when_trigger()).map(when -> Expressions.of(when.vex(), source)),
        Optional.of(function(node.func_name, source)),
        Optional.empty());
  }

  private static Set<String> events(Create_trigger_statementContext node) {
    Set<String> events = new HashSet<>();
    if (!node.INSERT().isEmpty()) {
      events.add("insert");
    }
    if (!node.UPDATE().isEmpty()) {
      events.add("update");
    }
    if (!node.DELETE().isEmpty()) {
      events.add("delete");
    }
    if (!node.TRUNCATE().isEmpty()) {
      events.add("truncate");
    }
    return events;
  }

  private static String function(Function_callContext call, Source source) {
    ParserRuleContext name = call.schema_qualified_name_nontype();
    return source.text(name == null ? call : name);
  }

  /** CREATE RULE. */
  static Command of(Create_rewrite_statementContext node) {
    return new CreateRule(Names.of(node.name), Names.of(node.table_name), node.REPLACE() != null);
  }

  /** CREATE POLICY. */
  static Command of(Create_policy_statementContext node, Source source) {
    return new CreatePolicy(
        Names.of(node.identifier()),
        Names.of(node.schema_qualified_name()),
        node.RESTRICTIVE() == null,
        Optional.ofNullable(node.using).map(rows -> Expressions.of(rows, source)),
        Optional.ofNullable(node.check).map(rows -> Expressions.of(rows, source)));
  }

  /** ALTER POLICY. */
  static Command of(Alter_policy_statementContext node) {
    return new AlterPolicy(Names.of(node.identifier()), Names.of(node.schema_qualified_name()));
  }

  /** ALTER TRIGGER. */
  static Command of(Alter_trigger_statementContext node) {
    return new OtherCommand("alter trigger", List.of(Names.of(node.schema_qualified_name())));
  }

  /** ALTER RULE. */
  static Command of(Alter_rule_statementContext node) {
    return new OtherCommand("alter rule", List.of(Names.of(node.schema_qualified_name())));
  }
}
