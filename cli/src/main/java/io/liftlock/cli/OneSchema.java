package io.liftlock.cli;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.UserError;
import io.liftlock.runtime.NamedSchema;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The schema that a command is about: that of a source, or of the one database. */
final class OneSchema {

  private OneSchema() {}

  /**
   * Reads it.
   *
   * @param source as it was written, or null for the project's database
   * @throws UserError USAGE where there are several databases and none is chosen
   */
  static NamedSchema read(Invocation invocation, @Nullable String source) {
    if (source != null) {
      return invocation.files().schemas().read(source);
    }
    List<NamedSchema> all = invocation.liftlock().schemas().live();
    requireOne(all);
    return all.get(0);
  }

  /** Makes sure that there is only one. */
  static void requireOne(List<NamedSchema> all) {
    if (all.size() > 1) {
      throw new UserError(
          Problem.error(
                  ErrorCode.USAGE,
                  "there are several databases: "
                      + all.stream().map(NamedSchema::name).collect(Collectors.joining(", ")))
              .action("choose one:  --database " + all.get(0).name()));
    }
  }
}
