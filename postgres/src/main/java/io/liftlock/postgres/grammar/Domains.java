package io.liftlock.postgres.grammar;

import io.liftlock.core.syntax.AlterDomain;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.CreateDomain;
import java.util.List;
import java.util.Optional;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_domain_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_domain_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Domain_constraintContext;

/** Reads the commands of domains. */
final class Domains {

  private Domains() {}

  /** CREATE DOMAIN. */
  static Command of(Create_domain_statementContext node, Source source) {
    List<Domain_constraintContext> parts = node.domain_constraint();
    return new CreateDomain(
        Names.of(node.name),
        Types.of(node.dat_type, source),
        parts.stream().anyMatch(part -> part.NOT() != null),
        Optional.ofNullable(node.def_value).map(value -> Expressions.of(value, source)),
        parts.stream()
            .filter(part -> part.CHECK() != null)
            .map(part -> constraint(part, false, source))
            .toList());
  }

  private static ConstraintDefinition constraint(
      Domain_constraintContext node, boolean notValid, Source source) {
    return new ConstraintDefinition(
        node.CHECK() == null ? ConstraintDefinition.Kind.NOT_NULL : ConstraintDefinition.Kind.CHECK,
        Optional.ofNullable(node.name).map(Names::of),
        source.at(node),
        source.text(node) + (notValid ? " NOT VALID" : ""),
        List.of(),
        Optional.ofNullable(node.vex()).map(check -> Expressions.of(check, source)),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        notValid,
        true,
        false);
  }

  /** ALTER DOMAIN. */
  static Command of(Alter_domain_statementContext node, Source source) {
    Optional<ConstraintDefinition> constraint =
        Optional.ofNullable(node.dom_constraint)
            .map(added -> constraint(added, node.not_valid != null, source));
    return new AlterDomain(Names.of(node.name), action(node), constraint, constraintName(node));
  }

  private static AlterDomain.Action action(Alter_domain_statementContext node) {
    if (node.dom_constraint != null) {
      return AlterDomain.Action.ADD_CONSTRAINT;
    }
    if (node.validate_constraint() != null) {
      return AlterDomain.Action.VALIDATE_CONSTRAINT;
    }
    if (node.drop_constraint() != null) {
      return AlterDomain.Action.DROP_CONSTRAINT;
    }
    if (node.CONSTRAINT() != null) {
      return AlterDomain.Action.RENAME_CONSTRAINT;
    }
    if (node.NULL() != null) {
      return node.SET() == null
          ? AlterDomain.Action.DROP_NOT_NULL
          : AlterDomain.Action.SET_NOT_NULL;
    }
    if (node.set_def_column() != null) {
      return AlterDomain.Action.SET_DEFAULT;
    }
    if (node.drop_def() != null) {
      return AlterDomain.Action.DROP_DEFAULT;
    }
    return node.rename_to() == null ? AlterDomain.Action.OTHER : AlterDomain.Action.RENAME;
  }

  private static Optional<String> constraintName(Alter_domain_statementContext node) {
    if (node.validate_constraint() != null) {
      return Optional.of(Names.last(node.validate_constraint().constraint_name));
    }
    if (node.drop_constraint() != null) {
      return Optional.of(Names.of(node.drop_constraint().constraint_name));
    }
    return node.CONSTRAINT() == null
        ? Optional.empty()
        : Optional.of(Names.last(node.schema_qualified_name(1)));
  }
}
