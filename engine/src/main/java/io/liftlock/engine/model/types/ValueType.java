package io.liftlock.engine.model.types;

import io.liftlock.core.schema.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * What values a column holds, in no language yet.
 *
 * @param base the kind of value; of an array, that of its elements
 * @param array whether it is a list of those
 * @param object the enum, composite type or relation whose values they are, else null
 */
record ValueType(Base base, boolean array, @Nullable ObjectId object) {

  /** The kinds of value that languages tell apart. */
  enum Base {
    BOOLEAN,
    SMALLINT,
    INTEGER,
    BIGINT,
    REAL,
    DOUBLE,
    DECIMAL,
    TEXT,
    BYTES,
    DATE,
    TIME,
    TIME_WITH_ZONE,
    TIMESTAMP,
    TIMESTAMP_WITH_ZONE,
    INTERVAL,
    UUID,
    JSON,
    /** A value of an enum. */
    ENUM,
    /** A value of a composite type, or a row of a relation. */
    ROW,
    /** No value at all, as a function may return. */
    VOID,
    UNKNOWN
  }

  static ValueType of(Base base) {
    return new ValueType(base, false, null);
  }

  /** A list of such values. */
  ValueType listed() {
    return new ValueType(base, true, object);
  }
}
