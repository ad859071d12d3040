package io.liftlock.postgres.render;

import io.liftlock.core.schema.ObjectKind;
import java.util.EnumMap;
import java.util.Map;

/** Which writer writes which kind. */
final class Writers {

  private static final Map<ObjectKind, KindWriter> ALL = all();

  private Writers() {}

  private static Map<ObjectKind, KindWriter> all() {
    Map<ObjectKind, KindWriter> writers = new EnumMap<>(ObjectKind.class);
    writers.put(ObjectKind.SCHEMA, new SchemaWriter());
    return writers;
  }

  /** The writer of a kind. */
  static KindWriter of(ObjectKind kind) {
    KindWriter writer = ALL.get(kind);
    if (writer == null) {
      throw new IllegalArgumentException("PostgreSQL has no " + kind.word());
    }
    return writer;
  }
}
