package io.liftlock.engine.transfer.translate;

import io.liftlock.core.transfer.ColumnCensus;
import io.liftlock.core.transfer.ColumnCensus.Trait;
import io.liftlock.core.transfer.FieldForm;
import java.util.Optional;

/** Whether a column's values can be of a type of PostgreSQL, as far as was counted. */
public final class ValueCheck {

  private final String type;
  private final Found found;

  ValueCheck(String type, Found found) {
    this.type = PostgresTypes.base(PostgresTypes.printed(type));
    this.found = found;
  }

  /**
   * What forbids it: {@code 3 of 10 values are no whole numbers}.
   *
   * @param census of the column of SQLite
   * @param type of PostgreSQL
   * @return empty where all fit, or nothing is known of the type
   */
  public static Optional<String> objection(ColumnCensus census, String type) {
    return new ValueCheck(type, new Found(Optional.of(census))).objection();
  }

  Optional<String> objection() {
    return switch (type) {
      case PostgresTypes.BIGINT -> without(FieldForm.INTEGER, "whole numbers");
      case "integer" -> whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
      case "smallint" -> whole(Short.MIN_VALUE, Short.MAX_VALUE);
      case PostgresTypes.DOUBLE, "real" ->
          count(found.of(FieldForm.TEXT) + found.of(FieldForm.BYTES), "no numbers");
      case PostgresTypes.NUMERIC -> trait(Trait.NUMERIC, "a number");
      case PostgresTypes.BOOLEAN -> trait(Trait.BOOLEAN, "0 or 1");
      case PostgresTypes.DATE -> trait(Trait.DATE, "a date");
      case "timestamp", PostgresTypes.TIMESTAMP -> trait(Trait.TIMESTAMP, "a time without a zone");
      case PostgresTypes.TIMESTAMPTZ ->
          // What has no zone is taken for a time in UTC, as SQLite does.
          found.all(Trait.TIMESTAMP)
              ? Optional.empty()
              : trait(Trait.TIMESTAMP_WITH_ZONE, "a time with a zone");
      case PostgresTypes.BYTEA -> without(FieldForm.BYTES, "bytes");
      // Whether a text is a UUID or JSON, the target will say.
      default -> count(found.of(FieldForm.BYTES), "bytes and no text");
    };
  }

  private Optional<String> whole(long low, long high) {
    Optional<String> other = without(FieldForm.INTEGER, "whole numbers");
    return other.isPresent() || found.between(low, high)
        ? other
        : Optional.of("some of its " + found.values() + " values lie beyond");
  }

  private Optional<String> without(FieldForm form, String what) {
    return count(found.values() - found.of(form), "no " + what);
  }

  private Optional<String> count(long misfits, String what) {
    return misfits == 0
        ? Optional.empty()
        : Optional.of("%d of its %d values are %s".formatted(misfits, found.values(), what));
  }

  private Optional<String> trait(Trait trait, String what) {
    return found.all(trait)
        ? Optional.empty()
        : Optional.of("not every one of its %d values is %s".formatted(found.values(), what));
  }
}
