package io.liftlock.engine.transfer.form;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A type as PostgreSQL prints it, taken apart.
 *
 * @param name without modifiers and brackets, as it is printed: {@code timestamp with time zone},
 *     {@code public.mood}
 * @param modifiers what stands in parentheses
 * @param array whether it is an array
 */
public record PostgresType(String name, List<Integer> modifiers, boolean array) {

  private static final Pattern MODIFIERS = Pattern.compile("\\((-?\\d+(?:,-?\\d+)*)\\)");

  /** Copies the modifiers. */
  public PostgresType {
    modifiers = List.copyOf(modifiers);
  }

  /** Reads a type as the server prints it with an empty search path. */
  public static PostgresType parse(String printed) {
    String text = printed.strip();
    boolean array = text.endsWith("[]");
    while (text.endsWith("[]")) {
      text = text.substring(0, text.length() - 2);
    }
    List<Integer> modifiers = new ArrayList<>();
    // Not where a quoted name has parentheses.
    Matcher matcher = MODIFIERS.matcher(text);
    if (matcher.find(text.lastIndexOf('"') + 1)) {
      for (String modifier : matcher.group(1).split(",", -1)) {
        modifiers.add(Integer.parseInt(modifier));
      }
      text = text.substring(0, matcher.start()) + text.substring(matcher.end());
    }
    return new PostgresType(text.replaceAll(" +", " ").strip(), modifiers, array);
  }

  /** The type that a column of this one is stored as: that of its domain, and so on. */
  public static PostgresType stored(String printed, Schema schema) {
    PostgresType type = parse(printed);
    Optional<String> base =
        type.array
            ? Optional.empty()
            : type.object(schema, ObjectKind.DOMAIN).flatMap(o -> o.text(Property.BASE_TYPE));
    return base.map(text -> stored(text, schema)).orElse(type);
  }

  /** What people made under this name, of that kind. */
  public Optional<SchemaObject> object(Schema schema, ObjectKind kind) {
    return schema.find(new ObjectId(kind, ObjectId.names(name), ""));
  }

  /** A modifier; empty where it is not said. */
  public Optional<Integer> modifier(int index) {
    return index < modifiers.size() ? Optional.of(modifiers.get(index)) : Optional.empty();
  }
}
