package io.liftlock.postgres.grammar;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.Grant;
import io.liftlock.core.syntax.ObjectType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Abbreviated_grant_or_revokeContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_default_privileges_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Other_rulesContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Roles_namesContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Rule_commonContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Rule_member_objectContext;

/** Reads GRANT, REVOKE and ALTER DEFAULT PRIVILEGES. */
final class Grants {

  private Grants() {}

  /** GRANT and REVOKE, of privileges and of membership. */
  static Command of(Rule_commonContext node) {
    if (node.other_rules() != null) {
      Other_rulesContext membership = node.other_rules();
      return new Grant(
          membership.REVOKE() != null,
          Names.all(membership.names_references()).stream().map(RelationName::name).toList(),
          Optional.empty(),
          List.of(),
          grantees(membership.roles_names()),
          false);
    }
    Rule_member_objectContext object = node.rule_member_object();
    List<String> privileges =
        node.permissions() == null
            ? node.columns_permissions().table_column_privileges().stream()
                .map(part -> privilege(part.table_column_privilege()))
                .toList()
            : node.permissions().permission().stream().map(Grants::privilege).toList();
    return new Grant(
        node.REVOKE() != null,
        privileges,
        Optional.of(type(object)),
        names(object),
        grantees(node.roles_names()),
        false);
  }

  /** ALTER DEFAULT PRIVILEGES. */
  static Command of(Alter_default_privileges_statementContext node) {
    Abbreviated_grant_or_revokeContext grant = node.abbreviated_grant_or_revoke();
    Stream<ParserRuleContext> named =
        Stream.concat(
            grant.table_column_privilege().stream(), grant.usage_select_update().stream());
    List<String> privileges = named.map(Grants::privilege).toList();
    return new Grant(
        grant.REVOKE() != null,
        privileges.isEmpty() ? List.of(single(grant)) : privileges,
        Optional.of(type(grant)),
        List.of(),
        grantees(
            grant.grant_to_rule() == null
                ? grant.revoke_from_cascade_restrict().roles_names()
                : grant.grant_to_rule().roles_names()),
        true);
  }

  private static String single(Abbreviated_grant_or_revokeContext node) {
    if (node.ALL() != null) {
      return "all";
    }
    if (node.EXECUTE() != null) {
      return "execute";
    }
    return node.CREATE() == null ? "usage" : "create";
  }

  private static ObjectType type(Abbreviated_grant_or_revokeContext node) {
    if (node.TABLES() != null) {
      return ObjectType.TABLE;
    }
    if (node.SEQUENCES() != null) {
      return ObjectType.SEQUENCE;
    }
    if (node.FUNCTIONS() != null) {
      return ObjectType.FUNCTION;
    }
    if (node.SCHEMAS() != null) {
      return ObjectType.SCHEMA;
    }
    return node.TYPES() == null ? ObjectType.OTHER : ObjectType.TYPE;
  }

  /** The privilege's first word and, of two words, both; {@code all} with or without PRIVILEGES. */
  private static String privilege(ParserRuleContext node) {
    String words = Words.leading(node).toLowerCase(Locale.ROOT);
    return words.equals("all privileges") ? "all" : words;
  }

  private static ObjectType type(Rule_member_objectContext node) {
    if (node.table_names != null) {
      return ObjectType.TABLE;
    }
    String words = Words.leading(node);
    return switch (words) {
      case "all tables in schema" -> ObjectType.TABLE;
      case "all sequences in schema" -> ObjectType.SEQUENCE;
      case "all functions in schema" -> ObjectType.FUNCTION;
      case "all procedures in schema" -> ObjectType.PROCEDURE;
      case "all routines in schema" -> ObjectType.ROUTINE;
      default -> ObjectTypes.of(words);
    };
  }

  private static List<RelationName> names(Rule_member_objectContext node) {
    if (!node.function_parameters().isEmpty()) {
      return node.function_parameters().stream()
          .map(routine -> Names.of(routine.schema_qualified_name()))
          .toList();
    }
    return node.ALL() != null || node.names_references() == null
        ? List.of()
        : Names.all(node.names_references());
  }

  private static List<String> grantees(Roles_namesContext node) {
    return node.role_name_with_group().stream().map(role -> Names.of(role.user_name())).toList();
  }
}
