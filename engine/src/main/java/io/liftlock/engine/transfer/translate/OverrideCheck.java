package io.liftlock.engine.transfer.translate;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.transfer.ColumnCensus.Trait;
import io.liftlock.core.transfer.FieldForm;
import java.util.Optional;

/** Whether a column's values can be of the type that a person wants, as far as was counted. */
final class OverrideCheck {

  private final ObjectId column;
  private final TypeOverride wanted;
  private final Found found;

  OverrideCheck(ObjectId column, TypeOverride wanted, Found found) {
    this.column = column;
    this.wanted = wanted;
    this.found = found;
  }

  /** What forbids it. */
  Optional<Problem> problem() {
    return switch (PostgresTypes.base(PostgresTypes.printed(wanted.type()))) {
      case PostgresTypes.BIGINT -> without(FieldForm.INTEGER, "whole numbers");
      case "integer" -> whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
      case "smallint" -> whole(Short.MIN_VALUE, Short.MAX_VALUE);
      case PostgresTypes.DOUBLE, "real" -> numbers();
      case PostgresTypes.NUMERIC -> trait(Trait.NUMERIC, "a number");
      case PostgresTypes.BOOLEAN -> trait(Trait.BOOLEAN, "0 or 1");
      case PostgresTypes.DATE -> trait(Trait.DATE, "a date");
      case "timestamp", PostgresTypes.TIMESTAMP -> trait(Trait.TIMESTAMP, "a time without a zone");
      case PostgresTypes.TIMESTAMPTZ ->
          // PostgreSQL takes a time without a zone for one in UTC here, as SQLite does.
          found.all(Trait.TIMESTAMP)
              ? Optional.empty()
              : trait(Trait.TIMESTAMP_WITH_ZONE, "a time with a zone");
      case PostgresTypes.BYTEA -> without(FieldForm.BYTES, "bytes");
      case PostgresTypes.TEXT, "character varying", "character", "citext" ->
          bytes(found.of(FieldForm.BYTES));
      // Whether a text is a UUID or JSON, the target will say.
      default -> without(FieldForm.TEXT, "text");
    };
  }

  private Optional<Problem> whole(long low, long high) {
    Optional<Problem> other = without(FieldForm.INTEGER, "whole numbers");
    return other.isPresent() || found.between(low, high)
        ? other
        : misfit("some of its " + found.values() + " values lie beyond it");
  }

  private Optional<Problem> numbers() {
    long others = found.of(FieldForm.TEXT) + found.of(FieldForm.BYTES);
    return others == 0
        ? Optional.empty()
        : misfit(others + " of its " + found.values() + " values are no numbers");
  }

  private Optional<Problem> bytes(long count) {
    return count == 0
        ? Optional.empty()
        : misfit(count + " of its " + found.values() + " values are bytes and no text");
  }

  private Optional<Problem> without(FieldForm form, String what) {
    long others = found.values() - found.of(form);
    return others == 0
        ? Optional.empty()
        : misfit(others + " of its " + found.values() + " values are no " + what);
  }

  private Optional<Problem> trait(Trait trait, String what) {
    return found.all(trait)
        ? Optional.empty()
        : misfit("not every one of its " + found.values() + " values is " + what);
  }

  private Optional<Problem> misfit(String why) {
    return Optional.of(
        Problem.error(
                ErrorCode.VALUES_MISFIT,
                column + " cannot be " + wanted.type() + " as --map-type wants it: " + why)
            .action("correct the rows in the source, or map the column to another type"));
  }
}
