package io.liftlock.postgres.grammar;

import io.liftlock.core.syntax.AlterDomain;
import io.liftlock.core.syntax.AlterRoutine;
import io.liftlock.core.syntax.AlterSchema;
import io.liftlock.core.syntax.AlterType;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.RelationKind;
import java.util.Optional;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_owner_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Owner_member_objectContext;

/** Reads ALTER … OWNER TO, of whatever it is. */
final class Owners {

  private Owners() {}

  /** ALTER … OWNER TO. */
  static Command of(Alter_owner_statementContext node, Source source) {
    Owner_member_objectContext object = node.owner_member_object();
    return switch (Words.leading(object)) {
      case "view" -> relation(RelationKind.VIEW, node, source);
      case "materialized view" -> relation(RelationKind.MATERIALIZED_VIEW, node, source);
      case "sequence" -> relation(RelationKind.SEQUENCE, node, source);
      case "schema" -> new AlterSchema(Names.last(object.name), Optional.empty());
      case "type" ->
          new AlterType(
              Names.of(object.name), AlterType.Action.OWNER, Optional.empty(), false, false);
      case "domain" ->
          new AlterDomain(
              Names.of(object.name), AlterDomain.Action.OTHER, Optional.empty(), Optional.empty());
      case "function", "procedure", "routine" ->
          new AlterRoutine(Names.of(object.name), Optional.empty(), Optional.empty());
      default -> Commands.other(node.getParent());
    };
  }

  private static Command relation(
      RelationKind kind, Alter_owner_statementContext node, Source source) {
    Owner_member_objectContext object = node.owner_member_object();
    return AlterTables.one(
        kind, object.name, object.if_exists(), AlterTables.ownerTo(node.owner_to(), source));
  }
}
