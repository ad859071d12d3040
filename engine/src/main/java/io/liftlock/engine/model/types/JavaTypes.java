package io.liftlock.engine.model.types;

import io.liftlock.core.schema.ObjectId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Java: a record for each table, view and composite type, an enum for each enum; nested in one
 * class, or each in a file of its own. A column that may be NULL has a boxed type.
 */
final class JavaTypes {

  private static final Set<String> WORDS =
      Set.of(
          "abstract",
          "assert",
          "boolean",
          "break",
          "byte",
          "case",
          "catch",
          "char",
          "class",
          "const",
          "continue",
          "default",
          "do",
          "double",
          "else",
          "enum",
          "extends",
          "false",
          "final",
          "finally",
          "float",
          "for",
          "goto",
          "if",
          "implements",
          "import",
          "instanceof",
          "int",
          "interface",
          "long",
          "native",
          "new",
          "null",
          "package",
          "private",
          "protected",
          "public",
          "return",
          "short",
          "static",
          "strictfp",
          "super",
          "switch",
          "synchronized",
          "this",
          "throw",
          "throws",
          "transient",
          "true",
          "try",
          "void",
          "volatile",
          "while");

  /** Methods that every object has: no component of a record may have their names. */
  private static final Set<String> OF_OBJECT =
      Set.of(
          "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  private static final Map<String, String> IMPORTS =
      Map.ofEntries(
          Map.entry("BigDecimal", "java.math.BigDecimal"),
          Map.entry("LocalDate", "java.time.LocalDate"),
          Map.entry("LocalTime", "java.time.LocalTime"),
          Map.entry("OffsetTime", "java.time.OffsetTime"),
          Map.entry("LocalDateTime", "java.time.LocalDateTime"),
          Map.entry("OffsetDateTime", "java.time.OffsetDateTime"),
          Map.entry("List", "java.util.List"),
          Map.entry("UUID", "java.util.UUID"));

  /** Types that are always there and would be hidden by one of the same name. */
  private static final Set<String> OF_JAVA =
      Set.of(
          "Boolean",
          "Double",
          "Enum",
          "Float",
          "Integer",
          "Long",
          "Object",
          "Override",
          "Record",
          "Short",
          "String",
          "IllegalArgumentException");

  private final Shapes shapes;
  private final TypesRequest request;
  private final Map<ObjectId, String> names = new HashMap<>();
  private final Set<String> imports = new TreeSet<>();

  JavaTypes(Shapes shapes, TypesRequest request) {
    this.shapes = shapes;
    this.request = request;
    Set<String> reserved = new HashSet<>(IMPORTS.keySet());
    reserved.addAll(OF_JAVA);
    reserved.add(request.className());
    TypeNames.give(shapes, new NameBook(reserved), names);
  }

  Map<String, String> write() {
    return request.className().isEmpty() ? files() : oneFile();
  }

  private Map<String, String> oneFile() {
    StringBuilder body = new StringBuilder();
    for (String type : types().values()) {
      body.append('\n');
      type.lines().forEach(line -> body.append(line.isEmpty() ? "" : "  " + line).append('\n'));
    }
    String text =
        "/** The rows of the database. Written by liftlock types; do not edit. */\npublic final class "
            + request.className()
            + " {\n\n  private "
            + request.className()
            + "() {}\n"
            + body
            + "}\n";
    return Map.of(request.className() + ".java", head(imports) + text);
  }

  private Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    for (ObjectId id : ids()) {
      imports.clear();
      String type = type(id);
      files.put(name(id) + ".java", head(imports) + type);
    }
    return files;
  }

  private String head(Set<String> imported) {
    String lines =
        imported.stream()
            .map(name -> "import " + IMPORTS.get(name) + ";\n")
            .sorted()
            .collect(Collectors.joining());
    return (request.packageName().isEmpty() ? "" : "package " + request.packageName() + ";\n\n")
        + (lines.isEmpty() ? "" : lines + "\n");
  }

  private List<ObjectId> ids() {
    return names.keySet().stream().sorted().toList();
  }

  private Map<ObjectId, String> types() {
    Map<ObjectId, String> types = new LinkedHashMap<>();
    ids().forEach(id -> types.put(id, type(id)));
    return types;
  }

  private String type(ObjectId id) {
    for (Shapes.EnumShape type : shapes.enums()) {
      if (type.id().equals(id)) {
        return enumOf(type);
      }
    }
    for (Shapes.Composite type : shapes.composites()) {
      if (type.id().equals(id)) {
        return recordOf("A value of " + comment(id.qualified()) + ".", id, type.fields());
      }
    }
    for (Shapes.Relation relation : shapes.relations()) {
      if (relation.id().equals(id)) {
        return recordOf("A row of " + comment(id.qualified()) + ".", id, relation.fields());
      }
    }
    throw new IllegalStateException("nothing is written for " + id);
  }

  private String name(ObjectId id) {
    return Objects.requireNonNull(names.get(id));
  }

  private String recordOf(String title, ObjectId id, List<Shapes.Field> fields) {
    NameBook book = new NameBook(components());
    StringBuilder doc = new StringBuilder("/**\n * " + title + "\n");
    doc.append(fields.isEmpty() ? "" : " *\n");
    List<String> components = new ArrayList<>();
    int slots = 1;
    for (Shapes.Field field : fields) {
      String name = book.give(NameBook.camel(field.name()), "unnamed");
      doc.append(" * @param ")
          .append(name)
          .append(' ')
          .append(comment(field.name()))
          .append(field.nullable() ? ", may be null\n" : "\n");
      String type = type(field);
      components.add("    " + type + " " + name);
      slots += type.equals("long") || type.equals("double") ? 2 : 1;
    }
    doc.append(" */\n");
    // A method takes 255 slots, and so does the constructor of a record (JVMS 4.3.3).
    return slots > 255
        ? doc.toString().replaceAll(" \\* @param (\\S+) ", " * $1: ") + wide(id, components)
        : doc
            + "public record "
            + name(id)
            + (components.isEmpty() ? "()" : "(\n" + String.join(",\n", components) + ")")
            + " {}\n";
  }

  private String wide(ObjectId id, List<String> components) {
    return "public final class "
        + name(id)
        + " {\n"
        + components.stream()
            .map(component -> "  public " + component.strip() + ";\n")
            .collect(Collectors.joining())
        + "}\n";
  }

  private static Set<String> components() {
    Set<String> words = new HashSet<>(WORDS);
    words.addAll(OF_OBJECT);
    return words;
  }

  private String enumOf(Shapes.EnumShape type) {
    NameBook book = new NameBook(Set.of());
    String name = name(type.id());
    String constants =
        type.values().stream()
            .map(
                value ->
                    "  "
                        + book.give(NameBook.upper(value), value.isEmpty() ? "EMPTY" : "UNNAMED")
                        + "("
                        + quoted(value)
                        + ")")
            .collect(Collectors.joining(",\n"));
    return """
        /** A value of %1$s. */
        public enum %2$s {
        %3$s;

          private final String value;

          %2$s(String value) {
            this.value = value;
          }

          /** The value as the database writes it. */
          public String value() {
            return value;
          }

          /** The constant of a value as the database writes it. */
          public static %2$s of(String value) {
            for (%2$s one : values()) {
              if (one.value.equals(value)) {
                return one;
              }
            }
            throw new IllegalArgumentException("no value of %2$s: " + value);
          }
        }
        """
        .formatted(comment(type.id().qualified()), name, constants);
  }

  private String type(Shapes.Field field) {
    ValueType type = field.type();
    if (type.array()) {
      imports.add("List");
      return "List<" + type(type, true) + ">";
    }
    return type(type, field.nullable());
  }

  private String type(ValueType type, boolean boxed) {
    return switch (type.base()) {
      case BOOLEAN -> boxed ? "Boolean" : "boolean";
      case SMALLINT -> boxed ? "Short" : "short";
      case INTEGER -> boxed ? "Integer" : "int";
      case BIGINT -> boxed ? "Long" : "long";
      case REAL -> boxed ? "Float" : "float";
      case DOUBLE -> boxed ? "Double" : "double";
      case DECIMAL -> imported("BigDecimal");
      case TEXT, INTERVAL, JSON -> "String";
      case BYTES -> "byte[]";
      case DATE -> imported("LocalDate");
      case TIME -> imported("LocalTime");
      case TIME_WITH_ZONE -> imported("OffsetTime");
      case TIMESTAMP -> imported("LocalDateTime");
      case TIMESTAMP_WITH_ZONE -> imported("OffsetDateTime");
      case UUID -> imported("UUID");
      case ENUM, ROW -> reference(type.object());
      case VOID, UNKNOWN -> "Object";
    };
  }

  private String imported(String name) {
    imports.add(name);
    return name;
  }

  private String reference(@Nullable ObjectId id) {
    return id == null ? "Object" : names.getOrDefault(id, "Object");
  }

  /** Safe within a comment: nothing ends it, and nothing is taken for an escape. */
  private static String comment(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("\\", "&#92;")
        .replace("*/", "*&#47;")
        .replace("@", "&#64;")
        .replace("{", "&#123;")
        .replaceAll("\\s+", " ");
  }

  private static String quoted(String text) {
    return '"'
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r")
        + '"';
  }
}
