package io.liftlock.engine.model.types;

import io.liftlock.core.schema.ObjectId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Python: a dataclass for each table, view and composite type, an {@code Enum} for each enum. A
 * column that may be NULL is {@code Optional}.
 */
final class PythonTypes {

  private static final Set<String> WORDS =
      Set.of(
          "False",
          "None",
          "True",
          "and",
          "as",
          "assert",
          "async",
          "await",
          "break",
          "class",
          "continue",
          "def",
          "del",
          "elif",
          "else",
          "except",
          "finally",
          "for",
          "from",
          "global",
          "if",
          "import",
          "in",
          "is",
          "lambda",
          "nonlocal",
          "not",
          "or",
          "pass",
          "raise",
          "return",
          "try",
          "while",
          "with",
          "yield");

  /** What the file itself needs under these names. */
  private static final Set<String> IMPORTED =
      Set.of("Any", "Decimal", "Enum", "List", "Optional", "UUID", "False", "None", "True");

  /** What every enum has under these names. */
  private static final Set<String> OF_ENUM = Set.of("MRO", "NAME", "VALUE");

  private static final String HEAD =
      """
      \"""The rows of the database. Written by liftlock types; do not edit.\"""

      from __future__ import annotations

      import datetime
      from dataclasses import dataclass, field
      from decimal import Decimal
      from enum import Enum
      from typing import Any, List, Optional
      from uuid import UUID
      """;

  private final Shapes shapes;
  private final Map<ObjectId, String> names = new HashMap<>();
  private final StringBuilder text = new StringBuilder(HEAD);

  PythonTypes(Shapes shapes) {
    this.shapes = shapes;
    TypeNames.give(shapes, new NameBook(IMPORTED), names);
  }

  Map<String, String> write() {
    shapes.enums().forEach(this::enumOf);
    shapes.composites().forEach(type -> row("A value of", type.id(), type.fields()));
    shapes.relations().forEach(relation -> row("A row of", relation.id(), relation.fields()));
    return Map.of("database_types.py", text.toString());
  }

  private String name(ObjectId id) {
    return Objects.requireNonNull(names.get(id));
  }

  private void enumOf(Shapes.EnumShape type) {
    text.append("\n\nclass ").append(name(type.id())).append("(str, Enum):\n");
    doc("A value of " + type.id().qualified() + ".");
    NameBook book = new NameBook(OF_ENUM);
    for (String value : type.values()) {
      text.append("    ")
          .append(book.give(NameBook.upper(value), value.isEmpty() ? "EMPTY" : "UNNAMED"))
          .append(" = ")
          .append(quoted(value))
          .append('\n');
    }
  }

  private void row(String title, ObjectId id, List<Shapes.Field> fields) {
    text.append("\n\n@dataclass\nclass ").append(name(id)).append(":\n");
    doc(title + " " + id.qualified() + ".");
    NameBook book = new NameBook(WORDS);
    List<String> lines = new ArrayList<>();
    for (Shapes.Field column : fields) {
      String plain = isPlain(column.name()) ? column.name() : NameBook.snake(column.name());
      String name = book.give(plain, "unnamed");
      String metadata =
          name.equals(column.name())
              ? ""
              : " = field(metadata={\"column\": " + quoted(column.name()) + "})";
      lines.add("    " + name + ": " + type(column) + metadata + "\n");
    }
    if (!lines.isEmpty()) {
      text.append('\n');
    }
    lines.forEach(text::append);
  }

  /** Two underscores at the beginning would be taken for a private name. */
  private static boolean isPlain(String name) {
    return name.matches("[A-Za-z_][A-Za-z0-9_]*") && !name.startsWith("__");
  }

  private void doc(String line) {
    String safe = line.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\s+", " ");
    text.append("    \"\"\"").append(safe).append("\"\"\"\n");
  }

  private String type(Shapes.Field field) {
    ValueType type = field.type();
    String plain = type.array() ? "List[" + element(type) + "]" : element(type);
    return field.nullable() && !plain.equals("Any") ? "Optional[" + plain + "]" : plain;
  }

  private String element(ValueType type) {
    return switch (type.base()) {
      case BOOLEAN -> "bool";
      case SMALLINT, INTEGER, BIGINT -> "int";
      case REAL, DOUBLE -> "float";
      case DECIMAL -> "Decimal";
      case TEXT -> "str";
      case BYTES -> "bytes";
      case DATE -> "datetime.date";
      case TIME, TIME_WITH_ZONE -> "datetime.time";
      case TIMESTAMP, TIMESTAMP_WITH_ZONE -> "datetime.datetime";
      case INTERVAL -> "datetime.timedelta";
      case UUID -> "UUID";
      case ENUM, ROW -> reference(type.object());
      case JSON, VOID, UNKNOWN -> "Any";
    };
  }

  private String reference(@Nullable ObjectId id) {
    return id == null ? "Any" : names.getOrDefault(id, "Any");
  }

  private static String quoted(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        default ->
            quoted.append(
                c < ' ' ? String.format(Locale.ROOT, "\\x%02x", (int) c) : String.valueOf(c));
      }
    }
    return quoted.append('"').toString();
  }
}
