package io.liftlock.postgres.grammar;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Expression;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what a statement says without what it does not say: false, empty and absent parts. */
final class Brief {

  /** Texts repeat the statement, and places are looked at by a test of their own. */
  private static final Set<String> UNREAD = Set.of("text", "written", "at");

  private Brief() {}

  /** The words for a value. */
  static String of(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(Brief::of).orElse("");
    }
    if (value instanceof RelationName || !(value instanceof Record)) {
      return plain(value);
    }
    if (value instanceof Expression expression) {
      return '<' + expression.text() + '>';
    }
    List<String> parts = new ArrayList<>();
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      Object part = get(component, (Record) value);
      if (part != null && !isSilent(part) && !UNREAD.contains(component.getName())) {
        parts.add(part.equals(true) ? component.getName() : component.getName() + '=' + of(part));
      }
    }
    return value.getClass().getSimpleName()
        + parts.stream().collect(Collectors.joining(" ", "(", ")"));
  }

  private static String plain(Object value) {
    if (value instanceof Map<?, ?> map) {
      return new TreeMap<>(map)
          .entrySet().stream()
              .map(entry -> entry.getKey() + ":" + of(entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Brief::of).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Collection<?> set) {
      return set.stream().map(Brief::of).sorted().toList().toString();
    }
    return value.toString();
  }

  private static boolean isSilent(Object value) {
    return value.equals(false)
        || value.equals(Optional.empty())
        || value instanceof Collection<?> collection && collection.isEmpty()
        || value instanceof Map<?, ?> map && map.isEmpty();
  }

  private static @Nullable Object get(RecordComponent component, Record record) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
