package io.liftlock.postgres.inspect;

import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a sequence counts. */
record SequenceNumbers(
    String type,
    long start,
    long increment,
    long minimum,
    long maximum,
    long cache,
    boolean cycle) {

  /** Says it of a sequence, whole. */
  void tell(SchemaObject.Builder sequence) {
    sequence
        .set(Property.TYPE, type)
        .set(Property.START, Long.toString(start))
        .set(Property.INCREMENT, Long.toString(increment))
        .set(Property.MINIMUM, Long.toString(minimum))
        .set(Property.MAXIMUM, Long.toString(maximum))
        .set(Property.CACHE, Long.toString(cache))
        .flag(Property.CYCLE, cycle);
  }

  /**
   * What CREATE SEQUENCE would have to be told, since it is not what the server chooses by itself;
   * null for nothing.
   */
  @Nullable String unusual() {
    boolean up = increment > 0;
    long usualMinimum = up ? 1 : lowest();
    long usualMaximum = up ? highest() : -1;
    List<String> options = new ArrayList<>();
    say(options, "START WITH ", start, up ? minimum : maximum);
    say(options, "INCREMENT BY ", increment, 1);
    say(options, "MINVALUE ", minimum, usualMinimum);
    say(options, "MAXVALUE ", maximum, usualMaximum);
    say(options, "CACHE ", cache, 1);
    if (cycle) {
      options.add("CYCLE");
    }
    return options.isEmpty() ? null : String.join(" ", options);
  }

  private static void say(List<String> options, String words, long value, long usual) {
    if (value != usual) {
      options.add(words + value);
    }
  }

  private long highest() {
    return switch (type) {
      case "smallint" -> Short.MAX_VALUE;
      case "integer" -> Integer.MAX_VALUE;
      default -> Long.MAX_VALUE;
    };
  }

  private long lowest() {
    return switch (type) {
      case "smallint" -> Short.MIN_VALUE;
      case "integer" -> Integer.MIN_VALUE;
      default -> Long.MIN_VALUE;
    };
  }
}
