package io.liftlock.engine.transfer.pairing;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.schema.ObjectId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a person says about which rows go where, as it was said: which tables and columns it means,
 * the planner finds out.
 *
 * @param renames what has another name in the target
 * @param drops tables and columns of the source that are left behind, since the target has no place
 *     for them
 * @param only the tables that are copied; empty: all
 * @param skip tables that are not copied, whether the target has them or not
 */
public record CopyMapping(
    List<Rename> renames, List<Named> drops, List<Named> only, List<Named> skip) {

  /** Everything goes where its name is. */
  public static final CopyMapping NONE =
      new CopyMapping(List.of(), List.of(), List.of(), List.of());

  /**
   * A table or column as a person names it.
   *
   * @param names from the outside in, unquoted: {@code [table]}, {@code [schema, table]}, {@code
   *     [table, column]} or {@code [schema, table, column]}
   * @param written as it was written
   */
  public record Named(List<String> names, String written) {

    /** Copies the names. */
    public Named {
      names = List.copyOf(names);
    }

    /** Reads a name: {@code users}, {@code sales.users.email}, {@code "Odd.Name".id}. */
    static Optional<Named> parse(String text) {
      String name = text.strip();
      boolean balanced = name.chars().filter(sign -> sign == '"').count() % 2 == 0;
      List<String> names = ObjectId.names(name);
      return balanced && names.size() <= 3 && names.stream().noneMatch(String::isBlank)
          ? Optional.of(new Named(names, name))
          : Optional.empty();
    }
  }

  /**
   * A table or column that has another name in the target.
   *
   * @param from in the source
   * @param to in the target
   */
  public record Rename(Named from, Named to) {}

  /** Copies the lists. */
  public CopyMapping {
    renames = List.copyOf(renames);
    drops = List.copyOf(drops);
    only = List.copyOf(only);
    skip = List.copyOf(skip);
  }

  /**
   * Reads what a person wrote.
   *
   * @param renames each {@code users.mail=users.email} or {@code users=people}
   * @param drops each {@code users} or {@code users.phone}
   * @param only each a table
   * @param skip each a table
   * @throws io.liftlock.core.error.UserError with COPY_MAPPING_INVALID for each that cannot be read
   */
  public static CopyMapping parse(
      Collection<String> renames,
      Collection<String> drops,
      Collection<String> only,
      Collection<String> skip) {
    Problems problems = new Problems();
    List<Rename> read = new ArrayList<>();
    for (String text : renames) {
      Optional<Rename> rename = rename(text);
      rename.ifPresentOrElse(
          read::add,
          () ->
              problems.add(
                  Problem.error(ErrorCode.COPY_MAPPING_INVALID, "`" + text + "` is no mapping")
                      .action(
                          "write `table=table` or `table.column=table.column`, the source's name"
                              + " first; names with dots, equals signs or capitals in double"
                              + " quotes")));
    }
    CopyMapping mapping =
        new CopyMapping(read, named(drops, problems), named(only, problems), named(skip, problems));
    problems.throwIfErrors();
    return mapping;
  }

  private static Optional<Rename> rename(String text) {
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign == '"') {
        quoted = !quoted;
      } else if (sign == '=' && !quoted) {
        Optional<Named> to = Named.parse(text.substring(i + 1));
        return Named.parse(text.substring(0, i))
            .flatMap(from -> to.map(name -> new Rename(from, name)));
      }
    }
    return Optional.empty();
  }

  private static List<Named> named(Collection<String> texts, Problems problems) {
    List<Named> named = new ArrayList<>();
    for (String text : texts) {
      Named.parse(text)
          .ifPresentOrElse(
              named::add,
              () ->
                  problems.add(
                      Problem.error(
                              ErrorCode.COPY_MAPPING_INVALID,
                              "`" + text + "` names no table and no column")
                          .action("write `table`, `schema.table` or `table.column`")));
    }
    return named;
  }
}
