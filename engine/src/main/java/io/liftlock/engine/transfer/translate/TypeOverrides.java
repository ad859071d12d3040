package io.liftlock.engine.transfer.translate;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.error.UserError;
import io.liftlock.core.schema.ObjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The types that a person wants, as {@code --map-type} names them. That of a column counts before
 * that of its declared type; of several alike the last counts.
 *
 * @param entries in the order they were given
 */
public record TypeOverrides(List<TypeOverride> entries) {

  /** Nothing but what is chosen by itself. */
  public static final TypeOverrides NONE = new TypeOverrides(List.of());

  /** Copies the list. */
  public TypeOverrides {
    entries = List.copyOf(entries);
  }

  /**
   * Reads what a person wants.
   *
   * @param texts each {@code users.age=integer} or {@code DATETIME=timestamptz}
   * @throws UserError COPY_MAPPING_INVALID with everything that cannot be read
   */
  public static TypeOverrides parse(List<String> texts) {
    Problems problems = new Problems();
    List<TypeOverride> entries = new ArrayList<>();
    for (String text : texts) {
      int equals = text.indexOf('=');
      String subject = equals < 0 ? "" : text.substring(0, equals).strip();
      String type = equals < 0 ? "" : text.substring(equals + 1).strip();
      if (subject.isEmpty() || type.isEmpty()) {
        problems.add(
            Problem.error(ErrorCode.COPY_MAPPING_INVALID, "--map-type cannot be read: " + text)
                .action(
                    "write a column or a declared type, and the type it is to get:"
                        + "  --map-type users.age=integer  --map-type DATETIME=timestamptz"));
      } else {
        entries.add(new TypeOverride(subject, type));
      }
    }
    problems.throwIfErrors();
    return new TypeOverrides(entries);
  }

  /**
   * The type that is wanted for a column.
   *
   * @param column the source's column
   * @param declared its declared type
   */
  Optional<TypeOverride> of(ObjectId column, String declared) {
    Optional<TypeOverride> found = last(override -> names(override.subject(), column));
    return found.isPresent() || declared.isEmpty()
        ? found
        : last(override -> override.subject().equalsIgnoreCase(declared));
  }

  /** Whether a person means that column: with or without its schema, in any case. */
  static boolean names(String subject, ObjectId column) {
    if (subject.indexOf('.') < 0) {
      return false;
    }
    String wanted = String.join(".", ObjectId.names(subject)).toLowerCase(Locale.ROOT);
    List<String> path = column.path();
    String whole = String.join(".", path).toLowerCase(Locale.ROOT);
    return wanted.equals(whole) || (path.size() == 3 && whole.endsWith("." + wanted));
  }

  private Optional<TypeOverride> last(Predicate<TypeOverride> wanted) {
    return entries.stream().filter(wanted).reduce((first, second) -> second);
  }
}
