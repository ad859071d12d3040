package io.liftlock.engine.proof;

import io.liftlock.core.schema.ObjectId;
import java.util.List;
import java.util.stream.Collectors;

/** Names as SQL of both dialects takes them, whatever stands in them. */
final class Names {

  private Names() {}

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static String quoted(ObjectId id) {
    return id.path().stream().map(Names::quoted).collect(Collectors.joining("."));
  }

  static String list(List<String> names) {
    return names.stream().map(Names::quoted).collect(Collectors.joining(", "));
  }
}
