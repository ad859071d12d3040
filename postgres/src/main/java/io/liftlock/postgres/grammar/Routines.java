package io.liftlock.postgres.grammar;

import io.liftlock.core.syntax.AlterRoutine;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.CreateRoutine;
import io.liftlock.core.syntax.DoBlock;
import io.liftlock.core.syntax.NotUnderstood;
import io.liftlock.core.syntax.RoutineBody;
import io.liftlock.core.syntax.SetParameter;
import io.liftlock.core.syntax.TypeName;
import io.liftlock.core.syntax.Volatility;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_function_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Anonymous_blockContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_function_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Function_actions_commonContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Function_argsContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Function_argumentsContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Function_defContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.SconstContext;

/** Reads the commands that make, change and run routines. */
final class Routines {

  private Routines() {}

  /** CREATE FUNCTION and CREATE PROCEDURE. */
  static Command of(Create_function_statementContext node, Source source) {
    List<Function_actions_commonContext> actions = node.function_actions_common();
    String language =
        find(actions, action -> action.LANGUAGE() != null)
            .map(action -> Names.of(action.lang_name).toLowerCase(Locale.ROOT))
            .orElse("sql");
    boolean procedure = node.PROCEDURE() != null;
    return new CreateRoutine(
        Names.of(node.function_parameters().schema_qualified_name()),
        node.REPLACE() != null,
        procedure,
        arguments(node.function_parameters().function_args(), procedure, source),
        Optional.ofNullable(node.rettype_data).map(type -> Types.of(type, source)),
        language,
        volatility(actions).orElse(Volatility.VOLATILE),
        find(actions, action -> action.DEFINER() != null).isPresent(),
        settings(actions, source),
        body(node, language, source));
  }

  private static RoutineBody body(
      Create_function_statementContext node, String language, Source source) {
    if (node.function_body() != null) {
      return Bodies.of(node.function_body(), source);
    }
    Optional<Function_defContext> definition =
        node.function_actions_common().stream()
            .flatMap(action -> Optional.ofNullable(action.function_def()).stream())
            .findFirst();
    return definition
        .map(given -> Bodies.of(language, given.definition, source))
        .orElseGet(
            () ->
                new RoutineBody(
                    "",
                    source.at(node),
                    List.of(),
                    List.of(),
                    Optional.of(new NotUnderstood(source.at(node), "it has no body"))));
  }

  /** ALTER FUNCTION and ALTER PROCEDURE. */
  static Command of(Alter_function_statementContext node, Source source) {
    return new AlterRoutine(
        Names.of(node.function_parameters().schema_qualified_name()),
        volatility(node.function_actions_common()),
        Optional.ofNullable(node.rename_to()).map(rename -> Names.of(rename.name)));
  }

  /** DO. */
  static Command of(Anonymous_blockContext node, Source source) {
    List<SconstContext> strings = node.sconst();
    boolean bodyFirst = node.getChild(1) instanceof SconstContext;
    SconstContext body = bodyFirst ? strings.get(0) : strings.get(strings.size() - 1);
    String language = "plpgsql";
    if (node.LANGUAGE() != null) {
      language =
          node.identifier() != null
              ? Names.of(node.identifier())
              : Literals.of(strings.get(bodyFirst ? 1 : 0));
    }
    String known = language.toLowerCase(Locale.ROOT);
    return new DoBlock(known, Bodies.of(known, body, source));
  }

  private static List<TypeName> arguments(
      Function_argsContext node, boolean procedure, Source source) {
    List<TypeName> types = new ArrayList<>();
    for (Function_argumentsContext argument : node.function_arguments()) {
      boolean result = argument.argmode() != null && argument.argmode().OUT() != null;
      if (!result || procedure) {
        types.add(Types.of(argument.data_type(), source));
      }
    }
    return types;
  }

  private static Optional<Volatility> volatility(List<Function_actions_commonContext> actions) {
    @Nullable Volatility found = null;
    for (Function_actions_commonContext action : actions) {
      found = action.IMMUTABLE() != null ? Volatility.IMMUTABLE : found;
      found = action.STABLE() != null ? Volatility.STABLE : found;
      found = action.VOLATILE() != null ? Volatility.VOLATILE : found;
    }
    return Optional.ofNullable(found);
  }

  private static Map<String, String> settings(
      List<Function_actions_commonContext> actions, Source source) {
    Map<String, String> settings = new LinkedHashMap<>();
    for (Function_actions_commonContext action : actions) {
      if (action.session_local_option() != null) {
        SetParameter set = Settings.of(action.session_local_option(), true, source);
        settings.put(set.name(), set.value().orElse(""));
      }
    }
    return settings;
  }

  private static Optional<Function_actions_commonContext> find(
      List<Function_actions_commonContext> actions,
      Predicate<Function_actions_commonContext> wanted) {
    return actions.stream().filter(wanted).findFirst();
  }
}
