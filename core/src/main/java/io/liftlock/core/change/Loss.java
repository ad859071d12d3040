package io.liftlock.core.change;

import io.liftlock.core.schema.ObjectId;
import java.util.Locale;

/**
 * What a change would destroy, in the words of {@code --allow}.
 *
 * @param kind how
 * @param object what
 */
public record Loss(Kind kind, ObjectId object) {

  /** How data is lost. The words are public API. */
  public enum Kind {
    DROP_TABLE,
    DROP_COLUMN,
    /** A materialized view's rows can be made again, but not a sequence's place. */
    DROP_SEQUENCE,
    DROP_SCHEMA,
    DROP_TYPE,
    DROP_EXTENSION,
    /** Values may not fit into the new type, or lose digits. */
    NARROW_TYPE,
    /** The table is dropped and made anew without its rows. */
    RECREATE_TABLE,
    /** The column is dropped and made anew without its values. */
    RECREATE_COLUMN,
    /** Rows that hold a value of the enum cannot be carried over. */
    DROP_VALUE;

    /** As people write it: {@code drop-column}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** As {@code --allow} takes it: {@code drop-column:public.users.phone}. */
  @Override
  public String toString() {
    return kind.word() + ":" + object.qualified();
  }
}
