package io.liftlock.postgres.grammar;

import io.liftlock.core.syntax.SetParameter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Additional_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Expr_constContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Function_callContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.IdentifierContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_listContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_primaryContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_stmtContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Session_local_optionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Set_actionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Set_statement_valueContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Value_expression_primaryContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.VexContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Zone_valueContext;

/** Reads what sets parameters: SET, RESET, and calls of {@code set_config}. */
final class Settings {

  private Settings() {}

  /** SET. */
  static SetParameter of(Set_actionContext node, Source source) {
    if (node.CONSTRAINTS() != null) {
      String when = node.DEFERRED() != null ? "deferred" : "immediate";
      return new SetParameter("constraints", Optional.of(when), true);
    }
    if (node.TRANSACTION() != null) {
      String modes =
          node.transaction_mode().stream().map(source::text).collect(Collectors.joining(", "));
      boolean local = node.CHARACTERISTICS() == null;
      return new SetParameter("transaction", Optional.of(modes), local);
    }
    return of(node.session_local_option(), node.LOCAL() != null, source);
  }

  /** One setting; also that of a function. */
  static SetParameter of(Session_local_optionContext node, boolean local, Source source) {
    if (node.AUTHORIZATION() != null) {
      Optional<String> user =
          node.sconst() != null
              ? Optional.of(Literals.of(node.sconst()))
              : Optional.ofNullable(node.session_param).map(Names::of);
      return new SetParameter("session authorization", user, local);
    }
    if (node.zone_value() != null) {
      return new SetParameter("timezone", zone(node.zone_value(), source), local);
    }
    if (node.ROLE() != null) {
      return new SetParameter("role", Optional.of(Names.of(node.role_param)), local);
    }
    if (node.XML() != null) {
      String form = node.DOCUMENT() != null ? "document" : "content";
      return new SetParameter("xmloption", Optional.of(form), local);
    }
    return new SetParameter(
        name(node.config_scope, node.config_param),
        value(node.set_statement_value(), source),
        local);
  }

  /** RESET. */
  static SetParameter reset(Additional_statementContext node) {
    String name = "all";
    if (node.ZONE() != null) {
      name = "timezone";
    } else if (node.AUTHORIZATION() != null) {
      name = "session authorization";
    } else if (!node.identifier().isEmpty()) {
      List<IdentifierContext> parts = node.identifier();
      name = name(parts.size() > 1 ? parts.get(0) : null, parts.get(parts.size() - 1));
    }
    return new SetParameter(name, Optional.empty(), false);
  }

  /** What a bare {@code SELECT set_config('name', 'value', local)} sets. */
  static Optional<SetParameter> called(Select_stmtContext node) {
    Select_primaryContext primary = node.select_ops().select_primary();
    boolean bare =
        primary != null
            && primary.select_list() != null
            && primary.from_item().isEmpty()
            && primary.WHERE() == null;
    return bare ? called(primary.select_list()) : Optional.empty();
  }

  /** The same, of what a query without FROM and WHERE shows. */
  static Optional<SetParameter> called(Select_listContext list) {
    if (list.select_sublist().size() != 1) {
      return Optional.empty();
    }
    Function_callContext call = call(list.select_sublist(0).vex());
    if (call == null || call.vex_or_named_notation().size() != 3) {
      return Optional.empty();
    }
    boolean sets = Names.of(call.schema_qualified_name_nontype()).name().equals("set_config");
    List<Expr_constContext> given =
        call.vex_or_named_notation().stream()
            .flatMap(argument -> Optional.ofNullable(constant(argument.vex())).stream())
            .toList();
    boolean known = sets && given.size() == 3 && given.get(2).truth_value() != null;
    if (!known || given.get(0).sconst() == null || given.get(1).sconst() == null) {
      return Optional.empty();
    }
    return Optional.of(
        new SetParameter(
            Literals.of(given.get(0).sconst()).toLowerCase(Locale.ROOT),
            Optional.of(Literals.of(given.get(1).sconst())),
            given.get(2).truth_value().TRUE() != null));
  }

  private static @Nullable Function_callContext call(VexContext node) {
    Value_expression_primaryContext primary = node.value_expression_primary();
    Function_callContext call = primary == null ? null : primary.function_call();
    return call == null || call.schema_qualified_name_nontype() == null ? null : call;
  }

  private static @Nullable Expr_constContext constant(VexContext node) {
    Value_expression_primaryContext primary = node.value_expression_primary();
    return primary == null ? null : primary.expr_const();
  }

  private static String name(@Nullable IdentifierContext scope, IdentifierContext name) {
    String last = Names.of(name).toLowerCase(Locale.ROOT);
    return scope == null ? last : Names.of(scope).toLowerCase(Locale.ROOT) + "." + last;
  }

  /** Empty for DEFAULT and for FROM CURRENT. */
  private static Optional<String> value(@Nullable Set_statement_valueContext node, Source source) {
    if (node == null || node.DEFAULT() != null) {
      return Optional.empty();
    }
    return Optional.of(
        node.vex().stream().map(value -> plain(value, source)).collect(Collectors.joining(", ")));
  }

  private static String plain(VexContext value, Source source) {
    Expr_constContext constant = constant(value);
    if (constant != null && constant.sconst() != null) {
      return Literals.of(constant.sconst());
    }
    Value_expression_primaryContext primary = value.value_expression_primary();
    boolean name =
        primary != null
            && primary.indirection_var() != null
            && primary.indirection_var().identifier() != null
            && primary.indirection_var().indirection_list() == null;
    return name ? Names.of(primary.indirection_var().identifier()) : source.text(value);
  }

  private static Optional<String> zone(Zone_valueContext node, Source source) {
    if (node.DEFAULT() != null) {
      return Optional.empty();
    }
    boolean literal = node.sconst() != null && node.INTERVAL() == null;
    return Optional.of(
        literal ? Literals.of(node.sconst()) : source.text((ParserRuleContext) node));
  }
}
