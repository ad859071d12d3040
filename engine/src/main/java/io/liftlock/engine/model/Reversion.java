package io.liftlock.engine.model;

import io.liftlock.core.change.SchemaScript;
import java.util.stream.Collectors;

/**
 * The script that undoes what was changed in one database by hand. It has to do nothing where that
 * never happened: in every other database, and in those that are yet to be built.
 */
public final class Reversion {

  private Reversion() {}

  /** The script, each statement with its semicolon on lines of its own. */
  public static String of(SchemaScript script) {
    return script.statements().stream()
        .map(statement -> Guards.of(statement.sql().stripTrailing()) + ";\n")
        .collect(Collectors.joining("\n"));
  }
}
