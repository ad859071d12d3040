package io.liftlock.engine.model.types;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.sql.Dialect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * TypeScript, in the form that Supabase's generator made familiar: a type {@code Database} of
 * schemas with {@code Tables}, {@code Views}, {@code Functions}, {@code Enums} and {@code
 * CompositeTypes}. Names are sorted, so that a new column changes as few lines as can be.
 */
final class TypeScriptTypes {

  private static final String JSON =
      """
      export type Json =
        | string
        | number
        | boolean
        | null
        | { [key: string]: Json | undefined }
        | Json[]

      """;

  /** Each takes a name of the default schema, or a schema and a name of that. */
  private static final String HELPERS =
      """

      type DefaultSchema = Database[%s]

      type SchemaOption = { schema: keyof Database }

      type NamesIn<Option, Group extends keyof DefaultSchema> = Option extends {
        schema: infer Schema extends keyof Database
      }
        ? keyof Database[Schema][Group]
        : never

      type Chosen<Option, Name, Group extends keyof DefaultSchema> = Option extends {
        schema: infer Schema extends keyof Database
      }
        ? Name extends keyof Database[Schema][Group]
          ? Database[Schema][Group][Name]
          : never
        : Option extends keyof DefaultSchema[Group]
          ? DefaultSchema[Group][Option]
          : never

      /** A row of a table or view: Tables<"users">, or Tables<{ schema: "app" }, "users">. */
      export type Tables<
        Option extends keyof DefaultSchema["Tables"] | keyof DefaultSchema["Views"] | SchemaOption,
        Name extends NamesIn<Option, "Tables"> | NamesIn<Option, "Views"> = never,
      > = (Chosen<Option, Name, "Tables"> | Chosen<Option, Name, "Views">) extends { Row: infer Row }
        ? Row
        : never

      /** What a new row may bring. */
      export type TablesInsert<
        Option extends keyof DefaultSchema["Tables"] | SchemaOption,
        Name extends NamesIn<Option, "Tables"> = never,
      > = Chosen<Option, Name, "Tables"> extends { Insert: infer Insert } ? Insert : never

      /** What a change of a row may bring. */
      export type TablesUpdate<
        Option extends keyof DefaultSchema["Tables"] | SchemaOption,
        Name extends NamesIn<Option, "Tables"> = never,
      > = Chosen<Option, Name, "Tables"> extends { Update: infer Update } ? Update : never

      /** A value of an enum. */
      export type Enums<
        Option extends keyof DefaultSchema["Enums"] | SchemaOption,
        Name extends NamesIn<Option, "Enums"> = never,
      > = Chosen<Option, Name, "Enums">

      /** A value of a composite type. */
      export type CompositeTypes<
        Option extends keyof DefaultSchema["CompositeTypes"] | SchemaOption,
        Name extends NamesIn<Option, "CompositeTypes"> = never,
      > = Chosen<Option, Name, "CompositeTypes">
      """;

  private final Shapes shapes;
  private final StringBuilder text = new StringBuilder();

  TypeScriptTypes(Shapes shapes) {
    this.shapes = shapes;
  }

  Map<String, String> write() {
    text.append(JSON).append("export type Database = {\n");
    for (String schema : shapes.schemas()) {
      line(1, key(shown(schema)) + ": {");
      group(2, "Tables", sorted(relations(schema, false)));
      group(2, "Views", sorted(relations(schema, true)));
      group(2, "Functions", functions(schema));
      group(2, "Enums", sorted(enums(schema)));
      group(2, "CompositeTypes", sorted(composites(schema)));
      line(1, "}");
    }
    text.append("}\n");
    if (!shapes.schemas().isEmpty()) {
      text.append(HELPERS.formatted(quoted(shown(defaultSchema()))));
      constants();
    }
    return Map.of("database.types.ts", text.toString());
  }

  private String defaultSchema() {
    return shapes.schemas().contains("public") ? "public" : shapes.schemas().get(0);
  }

  /** SQLite calls its only schema {@code main}. */
  private static String shown(String schema) {
    return schema.isEmpty() ? "main" : schema;
  }

  private interface Body {
    void write();
  }

  /** What stands below a name. */
  private record Entry(String name, Body body) {}

  private static List<Entry> sorted(List<Entry> entries) {
    return entries.stream().sorted(Comparator.comparing(Entry::name)).toList();
  }

  private void group(int depth, String name, List<Entry> entries) {
    line(depth, name + ": {");
    if (entries.isEmpty()) {
      line(depth + 1, "[_ in never]: never");
    }
    entries.forEach(entry -> entry.body().write());
    line(depth, "}");
  }

  private List<Entry> relations(String schema, boolean views) {
    return shapes.relations().stream()
        .filter(relation -> Shapes.schemaOf(relation.id()).equals(schema))
        .filter(relation -> relation.view() == views)
        .map(relation -> new Entry(relation.id().name(), () -> relation(relation)))
        .toList();
  }

  private void relation(Shapes.Relation relation) {
    line(3, key(relation.id().name()) + ": {");
    fields(4, "Row", relation.fields(), field -> key(field.name()) + ": " + type(field));
    if (!relation.view()) {
      fields(
          4,
          "Insert",
          relation.fields(),
          field ->
              key(field.name())
                  + (field.optional() || field.computed() ? "?: " : ": ")
                  + (field.computed() ? "never" : type(field)));
      fields(
          4,
          "Update",
          relation.fields(),
          field -> key(field.name()) + "?: " + (field.computed() ? "never" : type(field)));
    }
    links(relation);
    line(3, "}");
  }

  private void fields(
      int depth, String name, List<Shapes.Field> fields, Function<Shapes.Field, String> line) {
    if (fields.isEmpty()) {
      line(depth, name + ": {}");
      return;
    }
    line(depth, name + ": {");
    fields.stream()
        .sorted(Comparator.comparing(Shapes.Field::name))
        .forEach(field -> line(depth + 1, line.apply(field)));
    line(depth, "}");
  }

  private void links(Shapes.Relation relation) {
    if (relation.links().isEmpty()) {
      line(4, "Relationships: []");
      return;
    }
    line(4, "Relationships: [");
    for (Shapes.Link link : relation.links()) {
      line(5, "{");
      line(6, "foreignKeyName: " + quoted(link.name()));
      line(6, "columns: " + list(link.columns()));
      line(6, "isOneToOne: " + link.single());
      line(6, "referencedRelation: " + quoted(link.relation()));
      line(6, "referencedColumns: " + list(link.referenced()));
      line(5, "},");
    }
    line(4, "]");
  }

  private List<Entry> enums(String schema) {
    return shapes.enums().stream()
        .filter(type -> Shapes.schemaOf(type.id()).equals(schema))
        .map(type -> new Entry(type.id().name(), () -> values(type)))
        .toList();
  }

  private void values(Shapes.EnumShape type) {
    String values =
        type.values().isEmpty()
            ? "never"
            : type.values().stream()
                .map(TypeScriptTypes::quoted)
                .collect(Collectors.joining(" | "));
    line(3, key(type.id().name()) + ": " + values);
  }

  private List<Entry> composites(String schema) {
    return shapes.composites().stream()
        .filter(type -> Shapes.schemaOf(type.id()).equals(schema))
        .map(
            type ->
                new Entry(
                    type.id().name(),
                    () ->
                        fields(
                            3,
                            key(type.id().name()),
                            type.fields(),
                            field -> key(field.name()) + ": " + type(field))))
        .toList();
  }

  /** Functions of one name with different arguments are one name here. */
  private List<Entry> functions(String schema) {
    SortedMap<String, List<Shapes.Routine>> byName = new TreeMap<>();
    for (Shapes.Routine routine : shapes.routines()) {
      if (Shapes.schemaOf(routine.id()).equals(schema)) {
        byName.computeIfAbsent(routine.id().name(), name -> new ArrayList<>()).add(routine);
      }
    }
    List<Entry> entries = new ArrayList<>();
    byName.forEach((name, all) -> entries.add(new Entry(name, () -> function(name, all))));
    return entries;
  }

  private void function(String name, List<Shapes.Routine> overloads) {
    if (overloads.size() == 1) {
      line(3, key(name) + ": {");
      signature(4, overloads.get(0));
      line(3, "}");
      return;
    }
    line(3, key(name) + ":");
    for (Shapes.Routine routine : overloads) {
      line(4, "| {");
      signature(6, routine);
      line(5, "}");
    }
  }

  private void signature(int depth, Shapes.Routine routine) {
    if (routine.arguments().isEmpty()) {
      line(depth, "Args: never");
    } else {
      fields(
          depth,
          "Args",
          routine.arguments(),
          field -> key(field.name()) + (field.optional() ? "?: " : ": ") + type(field));
    }
    Shapes.Returned returns = routine.returns();
    String many = returns.many() ? "[]" : "";
    if (returns.fields().isEmpty()) {
      line(depth, "Returns: " + element(returns.type()) + (returns.type().array() ? "[]" : many));
    } else {
      line(depth, "Returns: {");
      returns.fields().stream()
          .sorted(Comparator.comparing(Shapes.Field::name))
          .forEach(field -> line(depth + 1, key(field.name()) + ": " + type(field)));
      line(depth, "}" + many);
    }
  }

  private void constants() {
    text.append("\nexport const Constants = {\n");
    for (String schema : shapes.schemas()) {
      line(1, key(shown(schema)) + ": {");
      List<Shapes.EnumShape> enums =
          shapes.enums().stream()
              .filter(type -> Shapes.schemaOf(type.id()).equals(schema))
              .sorted(Comparator.comparing(type -> type.id().name()))
              .toList();
      if (enums.isEmpty()) {
        line(2, "Enums: {},");
      } else {
        line(2, "Enums: {");
        enums.forEach(type -> line(3, key(type.id().name()) + ": " + list(type.values()) + ","));
        line(2, "},");
      }
      line(1, "},");
    }
    text.append("} as const\n");
  }

  private String type(Shapes.Field field) {
    String type = element(field.type()) + (field.type().array() ? "[]" : "");
    // null is a value of Json, and unknown holds everything.
    return field.nullable() && !type.equals("unknown") ? type + " | null" : type;
  }

  private String element(ValueType type) {
    return switch (type.base()) {
      case BOOLEAN -> "boolean";
      case SMALLINT, INTEGER, BIGINT, REAL, DOUBLE, DECIMAL -> "number";
      case TEXT, DATE, TIME, TIME_WITH_ZONE, TIMESTAMP, TIMESTAMP_WITH_ZONE, INTERVAL, UUID ->
          "string";
      case BYTES -> shapes.dialect() == Dialect.SQLITE ? "Uint8Array" : "string";
      case JSON -> "Json";
      case VOID -> "undefined";
      case ENUM, ROW -> reference(type);
      case UNKNOWN -> "unknown";
    };
  }

  private String reference(ValueType type) {
    ObjectId id = type.object();
    if (id == null) {
      return "unknown";
    }
    String schema = "Database[" + quoted(shown(Shapes.schemaOf(id))) + "]";
    String name = "[" + quoted(id.name()) + "]";
    if (id.kind() == ObjectKind.ENUM) {
      return schema + "[\"Enums\"]" + name;
    }
    if (id.kind() == ObjectKind.COMPOSITE_TYPE) {
      return schema + "[\"CompositeTypes\"]" + name;
    }
    boolean view = id.kind() == ObjectKind.VIEW || id.kind() == ObjectKind.MATERIALIZED_VIEW;
    return schema + (view ? "[\"Views\"]" : "[\"Tables\"]") + name + "[\"Row\"]";
  }

  private void line(int depth, String line) {
    text.append("  ".repeat(depth)).append(line).append('\n');
  }

  private static String list(List<String> names) {
    return names.stream().map(TypeScriptTypes::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String key(String name) {
    return name.matches("[A-Za-z_$][A-Za-z0-9_$]*") ? name : quoted(name);
  }

  private static String quoted(String name) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default ->
            quoted.append(
                c < ' ' || c == '\u2028' || c == '\u2029'
                    ? String.format(Locale.ROOT, "\\u%04x", (int) c)
                    : String.valueOf(c));
      }
    }
    return quoted.append('"').toString();
  }
}
