package io.liftlock.runtime.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.UserError;
import io.liftlock.core.schema.NotModelled;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.core.sql.Dialect;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaJsonTest {

  private static final SchemaJson FORMAT = new SchemaJson();

  private static SchemaObject object(ObjectKind kind, String... path) {
    return SchemaObject.builder(ObjectId.of(kind, path)).build();
  }

  private static Schema schema(SchemaObject... objects) {
    return Schema.of(Dialect.POSTGRES, "16.4", List.of(objects), List.of());
  }

  @Test
  void everyObjectStandsInALineOfItsOwn() {
    ObjectId users = ObjectId.of(ObjectKind.TABLE, "public", "users");
    Schema schema =
        Schema.of(
            Dialect.POSTGRES,
            "16.4",
            List.of(
                object(ObjectKind.SCHEMA, "public"),
                SchemaObject.builder(users).set(Property.OPTIONS, List.of("fillfactor=70")).build(),
                SchemaObject.builder(users.part(ObjectKind.COLUMN, "id"))
                    .set(Property.POSITION, "1")
                    .set(Property.TYPE, "bigint")
                    .flag(Property.NOT_NULL, true)
                    .build(),
                SchemaObject.builder(
                        new ObjectId(
                            ObjectKind.FUNCTION, List.of("public", "touch"), "(integer, text)"))
                    .uses(users)
                    .build()),
            List.of(new NotModelled("operator class", "public.x", "not modelled")));
    assertThat(FORMAT.write(schema))
        .isEqualTo(
            """
            {"liftlockSchema":1,
            "dialect":"postgres",
            "serverVersion":"16.4",
            "objects":[
            {"kind":"schema","path":["public"]},
            {"kind":"table","path":["public","users"],"properties":{"options":["fillfactor=70"]}},
            {"kind":"column","path":["public","users","id"],"properties":{"position":"1","type":"bigint","notNull":"true"}},
            {"kind":"function","path":["public","touch"],"signature":"(integer, text)","uses":[{"kind":"table","path":["public","users"]}]}],
            "notModelled":[
            {"kind":"operator class","name":"public.x","because":"not modelled"}]}
            """);
  }

  @ParameterizedTest
  @EnumSource(ObjectKind.class)
  void everyKindWithEveryPropertyComesBackWhole(ObjectKind kind) {
    SchemaObject.Builder builder =
        SchemaObject.builder(new ObjectId(kind, List.of("a \"b\"", "c\nd", "ü.€"), "(x, y)"))
            .uses(ObjectId.of(ObjectKind.TABLE, "other"))
            .uses(new ObjectId(ObjectKind.CAST, List.of(), "(bigint AS text)"));
    for (Property property : Property.values()) {
      builder.set(property, List.of("one"));
    }
    builder.set(Property.COLUMNS, List.of("", "two\\", "'")).set(Property.TYPE, List.of("a", "b"));
    Schema schema =
        Schema.of(
            Dialect.SQLITE,
            "3.50",
            List.of(builder.build()),
            List.of(new NotModelled("a", "b", "c")));
    Schema read = FORMAT.read("x.json", FORMAT.write(schema));
    assertThat(read).isEqualTo(schema);
    assertThat(read.serverVersion()).isEqualTo("3.50");
    assertThat(read.notModelled()).isEqualTo(schema.notModelled());
    assertThat(read.objects().firstKey()).isEqualTo(schema.objects().firstKey());
    assertThat(read.objects().values().iterator().next().uses())
        .isEqualTo(schema.objects().values().iterator().next().uses());
    assertThat(read.fingerprint()).isEqualTo(schema.fingerprint());
  }

  @Test
  void theDocumentOfACommandIsReadToo() {
    Schema schema = schema(object(ObjectKind.SCHEMA, "public"));
    assertThat(FORMAT.read("x.json", document(List.of(schema)))).isEqualTo(schema);
  }

  @Test
  void aDocumentOfSeveralDatabasesIsRefused() {
    Schema schema = schema(object(ObjectKind.SCHEMA, "public"));
    UserError fault =
        catchThrowableOfType(
            UserError.class, () -> FORMAT.read("x.json", document(List.of(schema, schema))));
    assertThat(fault.code()).isEqualTo(ErrorCode.SNAPSHOT_UNREADABLE);
    assertThat(fault).hasMessageContaining("--database");
  }

  private static String document(List<Schema> schemas) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Object> databases = new ArrayList<>();
    for (Schema schema : schemas) {
      databases.add(Map.of("name", "main", "schema", new RawJson(FORMAT.write(schema).strip())));
    }
    JsonDocument.write(out, "inspect", 0, Map.of("databases", databases), List.of());
    return out.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | 1 | 1 | no schema",
        "[] | 1 | 2 | no schema",
        "{ | 1 | 2 | not well-formed",
        "{\"liftlockSchema\": 2} | 1 | 20 | newer liftlock",
        "{\"liftlockSchema\": \"1\"} | 1 | 20 | number",
        "{\"liftlockSchema\": 1} | 1 | 21 | dialect",
        "{\"liftlockSchema\": 1, \"dialect\": \"oracle\"} | 1 | 34 | oracle",
        "{\"liftlockSchema\": 1, \"colour\": 1} | 1 | 33 | colour",
      })
  void whatIsNoSnapshotIsRefusedWithItsPlace(String text, int line, int column, String why) {
    UserError fault = catchThrowableOfType(UserError.class, () -> FORMAT.read("old.json", text));
    assertThat(fault.code()).isEqualTo(ErrorCode.SNAPSHOT_UNREADABLE);
    assertThat(fault.problems().get(0).message()).contains(why);
    assertThat(fault.problems().get(0).place()).isEqualTo(new Place("old.json", line, column));
  }

  @Test
  void anUnknownPropertyIsToldWithItsLine() {
    String text =
        FORMAT
            .write(
                schema(
                    SchemaObject.builder(ObjectId.of(ObjectKind.SCHEMA, "public"))
                        .set(Property.OWNER, "me")
                        .build()))
            .replace("owner", "lord");
    UserError fault = catchThrowableOfType(UserError.class, () -> FORMAT.read("old.json", text));
    assertThat(fault.problems().get(0).message()).contains("no property is called lord");
    assertThat(fault.problems().get(0).place()).isEqualTo(new Place("old.json", 5, 50));
  }
}
