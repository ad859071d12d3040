package io.liftlock.postgres.grammar;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Names_in_parensContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Storage_parameter_optionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Storage_parametersContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.With_storage_parameterContext;

/** Reads storage parameters: {@code WITH (fillfactor = 70)}. */
final class Options {

  private Options() {}

  /** Parameters and their values, quotes taken off; {@code true} where none is said. */
  static Map<String, String> of(@Nullable Storage_parametersContext node, Source source) {
    Map<String, String> options = new LinkedHashMap<>();
    if (node != null) {
      node.storage_parameter_option()
          .forEach(option -> options.put(name(option), value(option, source)));
    }
    return options;
  }

  /** Parameters and their values. */
  static Map<String, String> of(@Nullable With_storage_parameterContext node, Source source) {
    return of(node == null ? null : node.storage_parameters(), source);
  }

  /** The names of parameters. */
  static Set<String> names(Storage_parametersContext node) {
    Set<String> names = new LinkedHashSet<>();
    node.storage_parameter_option().forEach(option -> names.add(name(option)));
    return names;
  }

  /** The names of parameters in RESET. */
  static Set<String> names(Names_in_parensContext node) {
    Set<String> names = new LinkedHashSet<>();
    node.names_references()
        .schema_qualified_name()
        .forEach(name -> names.add(name.getText().toLowerCase(Locale.ROOT)));
    return names;
  }

  private static String name(Storage_parameter_optionContext option) {
    return option.storage_parameter_name().getText().toLowerCase(Locale.ROOT);
  }

  private static String value(Storage_parameter_optionContext option, Source source) {
    if (option.vex() == null) {
      return "true";
    }
    String text = source.text(option.vex());
    boolean quoted = text.length() > 1 && text.startsWith("'") && text.endsWith("'");
    return quoted ? text.substring(1, text.length() - 1) : text;
  }
}
