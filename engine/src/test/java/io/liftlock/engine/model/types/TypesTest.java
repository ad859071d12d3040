package io.liftlock.engine.model.types;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.schema.Constraint;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.core.sql.Dialect;
import io.liftlock.engine.model.types.TypesRequest.Language;
import io.liftlock.testkit.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TypesTest {

  @RegisterExtension static final Golden GOLDEN = Golden.area("types");

  @TempDir Path folder;

  private final List<SchemaObject> objects = new ArrayList<>();

  private SchemaObject.Builder object(ObjectKind kind, String... path) {
    return SchemaObject.builder(ObjectId.of(kind, path));
  }

  /** A relation with its columns, each {@code name|type|more}, more being of: null, default … */
  private void relation(ObjectKind kind, List<String> path, String... columns) {
    ObjectId id = new ObjectId(kind, path, "");
    objects.add(SchemaObject.builder(id).build());
    int position = 1;
    for (String column : columns) {
      String[] parts = column.split("\\|", -1);
      String more = parts.length > 2 ? parts[2] : "";
      objects.add(
          SchemaObject.builder(id.part(ObjectKind.COLUMN, parts[0]))
              .set(Property.POSITION, String.valueOf(position++))
              .set(Property.TYPE, parts[1])
              .flag(Property.NOT_NULL, !more.contains("null"))
              .set(Property.DEFAULT, more.contains("default") ? "1" : null)
              .set(Property.IDENTITY, more.contains("always") ? "always" : null)
              .set(Property.GENERATED, more.contains("generated") ? "1" : null)
              .build());
    }
  }

  private void key(String type, List<String> table, String name, String... columns) {
    objects.add(
        SchemaObject.builder(
                new ObjectId(ObjectKind.TABLE, table, "").part(ObjectKind.CONSTRAINT, name))
            .set(Property.CONSTRAINT_TYPE, type)
            .set(Property.COLUMNS, List.of(columns))
            .build());
  }

  private void foreignKey(List<String> table, String name, String column, String target) {
    objects.add(
        SchemaObject.builder(
                new ObjectId(ObjectKind.TABLE, table, "").part(ObjectKind.CONSTRAINT, name))
            .set(Property.CONSTRAINT_TYPE, Constraint.FOREIGN_KEY)
            .set(Property.COLUMNS, List.of(column))
            .set(Property.REFERENCES, target)
            .set(Property.REFERENCED_COLUMNS, List.of("id"))
            .build());
  }

  private void function(String name, String signature, String arguments, String returns) {
    objects.add(
        SchemaObject.builder(new ObjectId(ObjectKind.FUNCTION, List.of("public", name), signature))
            .set(Property.ARGUMENTS, arguments)
            .set(Property.RETURNS, returns)
            .build());
  }

  /** Everything that types are made of, with names as unlucky as they can be. */
  private Schema postgres() {
    objects.add(object(ObjectKind.SCHEMA, "public").build());
    objects.add(object(ObjectKind.SCHEMA, "app").build());
    objects.add(object(ObjectKind.SCHEMA, "empty").build());
    objects.add(
        object(ObjectKind.ENUM, "public", "mood")
            .set(Property.VALUES, List.of("sad", "so-so", "", "say \"hi\"\\u", "1st", "SAD"))
            .build());
    objects.add(object(ObjectKind.ENUM, "app", "mood").set(Property.VALUES, List.of("on")).build());
    objects.add(
        object(ObjectKind.DOMAIN, "public", "email")
            .set(Property.BASE_TYPE, "text")
            .flag(Property.NOT_NULL, true)
            .build());
    objects.add(
        object(ObjectKind.COMPOSITE_TYPE, "public", "address")
            .set(
                Property.ATTRIBUTES,
                List.of(
                    "street text COLLATE \"C\"",
                    "\"no. \"\"x\"\"\" numeric(10,2)",
                    "mood app.mood"))
            .build());
    relation(
        ObjectKind.TABLE,
        List.of("public", "users"),
        "id|bigint|always",
        "email|public.email|null",
        "mood|public.mood|default",
        "moods|public.mood[]|null",
        "home|public.address|null",
        "tags|text[]",
        "balance|numeric(10,2)|null",
        "data|jsonb|null",
        "photo|bytea|null",
        "born|date|null",
        "wakes|time without time zone|null",
        "wakes_there|time(3) with time zone|null",
        "seen|timestamp(3) without time zone|null",
        "created_at|timestamp with time zone|default",
        "ip|inet|null",
        "took|interval day to second|null",
        "token|uuid",
        "active|boolean",
        "small|smallint|null",
        "ratio|double precision",
        "weight|real|null",
        "shape|public.geometry|null",
        "full_name|text|null generated");
    key(Constraint.PRIMARY_KEY, List.of("public", "users"), "users_pkey", "id");
    relation(
        ObjectKind.TABLE,
        List.of("public", "profiles"),
        "user_id|bigint",
        "inviter|bigint|null",
        "class|text",
        "Class|text",
        "odd \"name\" */ \\u000a|text",
        "1st|integer",
        "__private|text",
        "toString|text|null",
        "€|text|null");
    key(Constraint.PRIMARY_KEY, List.of("public", "profiles"), "profiles_pkey", "user_id");
    foreignKey(List.of("public", "profiles"), "profiles_user_fkey", "user_id", "public.users");
    foreignKey(List.of("public", "profiles"), "profiles_inviter_fkey", "inviter", "public.users");
    relation(ObjectKind.TABLE, List.of("public", "list"), "id|integer");
    relation(ObjectKind.TABLE, List.of("public", "bare"));
    relation(ObjectKind.TABLE, List.of("app", "users"), "id|integer|default", "mood|app.mood|null");
    relation(ObjectKind.VIEW, List.of("public", "rich"), "id|bigint|null", "total|numeric|null");
    objects.add(
        object(ObjectKind.TABLE, "public", "events_1")
            .set(Property.PARTITION_OF, "public.events")
            .build());
    relation(ObjectKind.TABLE, List.of("public", "events"), "at|date");
    function(
        "add", "(integer, double precision)", "a integer, b double precision DEFAULT 2", "integer");
    function("add", "(text)", "a text", "text");
    function("unnamed", "(integer)", "integer", "integer");
    function("touched", "()", "", "trigger");
    function("now_utc", "()", "", "timestamp with time zone");
    function("everybody", "()", "", "SETOF public.users");
    function("page", "(integer)", "size integer", "TABLE(id bigint, tags text[])");
    function("split", "(text)", "whole text, OUT head text, OUT tail text", "record");
    function("part", "()", "", "SETOF public.events_1");
    return Schema.of(Dialect.POSTGRES, "18", objects, List.of());
  }

  private Schema sqlite() {
    relation(
        ObjectKind.TABLE,
        List.of("trades"),
        "id|INTEGER|null",
        "symbol|VARCHAR(10)",
        "price|DECIMAL(10,2)|null",
        "closed|BOOLEAN|default",
        "raw|BLOB|null",
        "at|DATETIME|null",
        "any||null");
    key(Constraint.PRIMARY_KEY, List.of("trades"), "<trades primary key>", "id");
    relation(ObjectKind.VIEW, List.of("open"), "id||null");
    return Schema.of(Dialect.SQLITE, "3.50", objects, List.of());
  }

  private static SortedMap<String, String> write(Schema schema, Language language) {
    return new Types(new TypesRequest(language, Set.of(), "", "Database")).write(schema);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyKindOfTypeOfPostgres(Language language) {
    write(postgres(), language)
        .forEach((name, text) -> GOLDEN.check("postgres/" + name + ".txt", text));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyKindOfTypeOfSqlite(Language language) {
    write(sqlite(), language)
        .forEach((name, text) -> GOLDEN.check("sqlite/" + name + ".txt", text));
  }

  @Test
  void javaCompilesInOneFileAndInMany() throws IOException {
    compileJava(write(postgres(), Language.JAVA));
    Types files = new Types(new TypesRequest(Language.JAVA, Set.of(), "app.rows", ""));
    SortedMap<String, String> written = files.write(postgres2());
    assertThat(written).containsKeys("Users.java", "AppUsers.java", "Mood.java");
    compileJava(written);
  }

  private Schema postgres2() {
    objects.clear();
    return postgres();
  }

  private void compileJava(Map<String, String> files) throws IOException {
    Path sources = Files.createTempDirectory(folder, "java");
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(sources.resolve(file.getKey()), file.getValue());
    }
    List<String> arguments =
        new ArrayList<>(List.of("-Xlint:all", "-Werror", "-encoding", "UTF-8"));
    arguments.addAll(List.of("-d", sources.resolve("classes").toString()));
    try (Stream<Path> all = Files.list(sources)) {
      all.filter(file -> file.toString().endsWith(".java"))
          .forEach(file -> arguments.add(file.toString()));
    }
    java.io.ByteArrayOutputStream said = new java.io.ByteArrayOutputStream();
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(null, said, said, arguments.toArray(String[]::new));
    assertThat(exit).as(said.toString(StandardCharsets.UTF_8)).isZero();
  }

  @Test
  void aTableTooWideForARecordBecomesAClass() throws IOException {
    String[] columns = new String[200];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = "c" + i + "|bigint";
    }
    relation(ObjectKind.TABLE, List.of("public", "wide"), columns);
    Schema schema = Schema.of(Dialect.POSTGRES, "18", objects, List.of());
    SortedMap<String, String> written = write(schema, Language.JAVA);
    assertThat(written.get("Database.java"))
        .contains("public final class Wide", "public long c199;");
    compileJava(written);
  }

  @Test
  void pythonIsUnderstood() throws Exception {
    run(write(postgres(), Language.PYTHON), "python3", List.of());
  }

  @Test
  void typeScriptIsUnderstood() throws Exception {
    run(write(postgres(), Language.TYPESCRIPT), "tsc", List.of("--strict", "--noEmit"));
  }

  /** Only where the tool is there: which it is on most machines, and not on all. */
  private void run(Map<String, String> files, String tool, List<String> options) throws Exception {
    Optional<Path> found =
        Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
            .map(place -> Path.of(place, tool))
            .filter(Files::isExecutable)
            .findFirst();
    Assumptions.assumeTrue(found.isPresent(), tool + " is not there");
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = Files.writeString(folder.resolve(file.getKey()), file.getValue());
      List<String> command = new ArrayList<>(List.of(found.get().toString()));
      command.addAll(options);
      command.add(path.toString());
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
    }
  }

  @Test
  void onlyTheSchemasAskedForAreWrittenAndTheRestIsText() {
    String text =
        new Types(new TypesRequest(Language.TYPESCRIPT, Set.of("app"), "", ""))
            .write(postgres())
            .get("database.types.ts");
    assertThat(text).contains("  app: {", "Database[\"app\"][\"Enums\"][\"mood\"]");
    assertThat(text).doesNotContain("public");
    objects.clear();
    String other =
        new Types(new TypesRequest(Language.TYPESCRIPT, Set.of("public"), "", ""))
            .write(postgres())
            .get("database.types.ts");
    assertThat(other)
        .contains("mood: string | null")
        .doesNotContain("Database[\"app\"]", "  app: {");
  }

  @Test
  void anEmptySchemaIsWrittenToo() throws IOException {
    Schema empty = Schema.empty(Dialect.POSTGRES, "18");
    assertThat(write(empty, Language.TYPESCRIPT).get("database.types.ts"))
        .contains("export type Database = {\n}\n");
    compileJava(write(empty, Language.JAVA));
  }
}
