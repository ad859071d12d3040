package io.liftlock.engine.transfer.pairing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.error.Problem;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.transfer.ColumnPair;
import io.liftlock.core.transfer.CopyPlan;
import io.liftlock.core.transfer.RowFormat;
import io.liftlock.core.transfer.TablePair;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CopyPlannerTest {

  /** Writes a schema down: {@code table("users").column("id", "bigint", "key")}. */
  private static final class Draft {

    private final Dialect dialect;
    private final List<SchemaObject> objects = new ArrayList<>();
    private ObjectId table;
    private int position;

    Draft(Dialect dialect) {
      this.dialect = dialect;
    }

    Draft table(String name) {
      return table(name, Property.COMMENT, null);
    }

    Draft table(String name, Property property, String value) {
      table =
          dialect == Dialect.SQLITE
              ? ObjectId.of(ObjectKind.TABLE, name)
              : ObjectId.of(ObjectKind.TABLE, "public", name);
      position = 0;
      objects.add(SchemaObject.builder(table).set(property, value).build());
      return this;
    }

    Draft column(String name, String type, String... words) {
      SchemaObject.Builder column =
          SchemaObject.builder(table.part(ObjectKind.COLUMN, name))
              .set(Property.TYPE, type)
              .set(Property.POSITION, String.valueOf(++position));
      for (String word : words) {
        switch (word) {
          case "required" -> column.flag(Property.NOT_NULL, true);
          case "default" -> column.set(Property.DEFAULT, "1");
          case "identity" -> column.set(Property.IDENTITY, "always");
          case "generated" -> column.set(Property.GENERATED, "1");
          case "key" -> {
            column.flag(Property.NOT_NULL, true);
            constraint("primary key", name);
          }
          default -> constraint(word, name);
        }
      }
      objects.add(column.build());
      return this;
    }

    Draft constraint(String type, String... columns) {
      objects.add(
          SchemaObject.builder(table.part(ObjectKind.CONSTRAINT, type + String.join("_", columns)))
              .set(Property.CONSTRAINT_TYPE, type)
              .set(Property.COLUMNS, List.of(columns))
              .build());
      return this;
    }

    Draft has(ObjectKind kind, String name, Property property, String... values) {
      SchemaObject.Builder builder = SchemaObject.builder(ObjectId.of(kind, "public", name));
      objects.add(
          property.isList()
              ? builder.set(property, List.of(values)).build()
              : builder.set(property, values[0]).build());
      return this;
    }

    Schema build() {
      return Schema.of(dialect, "1", objects, List.of());
    }
  }

  private static Draft postgres() {
    return new Draft(Dialect.POSTGRES);
  }

  private static Draft sqlite() {
    return new Draft(Dialect.SQLITE);
  }

  private static CopyMapping mapping(String... renames) {
    return CopyMapping.parse(List.of(renames), List.of(), List.of(), List.of());
  }

  private static TablePair only(CopyPlan plan) {
    assertEquals(1, plan.tables().size());
    return plan.tables().get(0);
  }

  private static List<String> columns(TablePair pair) {
    return pair.columns().stream().map(c -> c.source() + ">" + c.target()).toList();
  }

  private static List<String> refused(Draft source, Draft target, CopyMapping mapping) {
    LiftlockException refused =
        assertThrows(
            LiftlockException.class,
            () -> CopyPlanner.plan(source.build(), target.build(), mapping));
    return refused.problems().stream().map(Problem::message).toList();
  }

  @Test
  void pairsByNameInTheSourcesOrder() {
    Draft source = postgres().table("users").column("id", "bigint", "key").column("mail", "text");
    Draft target =
        postgres()
            .table("users")
            .column("mail", "text")
            .column("id", "bigint", "key")
            .column("since", "date");
    TablePair pair = only(CopyPlanner.plan(source.build(), target.build(), CopyMapping.NONE));
    assertEquals(List.of("id>id", "mail>mail"), columns(pair));
    assertEquals(List.of("id"), pair.key());
    assertEquals(RowFormat.BINARY, pair.format());
  }

  @Test
  void followsRenamesOfTablesAndColumns() {
    Draft source = postgres().table("users").column("id", "bigint", "key").column("mail", "text");
    Draft target = postgres().table("people").column("id", "bigint").column("email", "text");
    CopyPlan plan =
        CopyPlanner.plan(
            source.build(), target.build(), mapping("users=people", "users.mail=people.email"));
    assertEquals(List.of("id>id", "mail>email"), columns(only(plan)));
    assertEquals("people", only(plan).target().name());
  }

  @Test
  void listsEverythingThatDoesNotFitAtOnce() {
    Draft source =
        postgres()
            .table("gone")
            .column("id", "integer")
            .table("users")
            .column("id", "bigint", "key")
            .column("phone", "text")
            .column("name", "character varying(50)");
    Draft target =
        postgres()
            .table("users")
            .column("id", "integer")
            .column("name", "character varying(20)")
            .column("tenant", "bigint", "required");
    assertEquals(
        List.of(
            "table public.gone has no place in the target",
            "column public.users.id is bigint and its place in the target is integer: the target's"
                + " type is narrower or of another kind",
            "column public.users.phone has no place in the target",
            "column public.users.name is character varying(50) and its place in the target is"
                + " character varying(20): the target's type is narrower",
            "column public.users.tenant is not in the source, takes no NULL and has no default"),
        refused(source, target, CopyMapping.NONE));
  }

  @Test
  void leavesOutWhatIsDroppedSkippedGeneratedOrNoTable() {
    Draft source =
        postgres()
            .has(ObjectKind.VIEW, "shown", Property.DEFINITION, "SELECT 1")
            .table("gone")
            .column("id", "integer")
            .table("users")
            .column("id", "bigint", "key")
            .column("phone", "text")
            .column("twice", "bigint", "generated");
    Draft target =
        postgres()
            .table("more")
            .column("id", "integer", "key")
            .table("users")
            .column("id", "bigint")
            .column("twice", "bigint", "generated")
            .column("at", "date", "required", "default")
            .column("number", "bigint", "required", "identity");
    CopyPlan plan =
        CopyPlanner.plan(
            source.build(),
            target.build(),
            CopyMapping.parse(List.of(), List.of("users.phone"), List.of(), List.of("gone")));
    assertEquals(List.of("id>id"), columns(only(plan)));
    assertEquals(List.of("twice"), only(plan).computed().stream().map(ColumnPair::target).toList());
    assertEquals(
        List.of(
            "table public.gone: it was asked to be left out",
            "column public.users.phone: it was asked to be dropped",
            "column public.users.twice: the target computes it",
            "view public.shown: a view holds no rows"),
        plan.omissions().stream().map(o -> o.object() + ": " + o.because()).toList());
  }

  @Test
  void readsAPartitionedTableThroughItsRootWhateverTheTargetsPartitionsAre() {
    Draft source =
        postgres()
            .table("m", Property.PARTITION_KEY, "RANGE (at)")
            .column("at", "date")
            .table("m_1", Property.PARTITION_OF, "public.m")
            .column("at", "date");
    Draft plain = postgres().table("m").column("at", "date");
    assertEquals(
        "m",
        only(CopyPlanner.plan(source.build(), plain.build(), CopyMapping.NONE)).source().name());
    Draft parts = postgres().table("m_1").column("at", "date");
    assertEquals(
        "m_1",
        only(CopyPlanner.plan(source.build(), parts.build(), CopyMapping.NONE)).source().name());
  }

  @Test
  void takesTextWhereBytesOfOneServerMeanNothingOnTheOther() {
    for (String type : List.of("tsvector", "money", "oid", "regclass", "public.mood[]", "xml")) {
      Draft schema = postgres().table("t").column("a", "integer").column("b", type);
      assertEquals(
          RowFormat.TEXT,
          only(CopyPlanner.plan(schema.build(), schema.build(), CopyMapping.NONE)).format(),
          type);
    }
    Draft moods =
        postgres()
            .has(ObjectKind.ENUM, "mood", Property.VALUES, "sad", "ok")
            .has(ObjectKind.DOMAIN, "year", Property.BASE_TYPE, "integer")
            .table("t")
            .column("a", "public.mood")
            .column("b", "public.year")
            .column("c", "integer[]");
    assertEquals(
        RowFormat.BINARY,
        only(CopyPlanner.plan(moods.build(), moods.build(), CopyMapping.NONE)).format());
  }

  @Test
  void takesNoKeyThatMayBeNullIsNotCopiedOrIsOrderedOtherwise() {
    Draft nullable = postgres().table("t").column("a", "bigint", "unique");
    assertEquals(List.of(), key(nullable, nullable, CopyMapping.NONE));
    Draft required = postgres().table("t").column("a", "bigint", "unique", "required");
    assertEquals(List.of("a"), key(required, required, CopyMapping.NONE));
    Draft text = postgres().table("t").column("a", "text");
    assertEquals(List.of(), key(required, text, CopyMapping.NONE));
    Draft citext = postgres().table("t").column("a", "public.citext", "key");
    assertEquals(List.of(), key(citext, citext, CopyMapping.NONE));
    Draft sad =
        postgres()
            .has(ObjectKind.ENUM, "m", Property.VALUES, "sad", "ok")
            .table("t")
            .column("a", "public.m", "key");
    Draft ok =
        postgres()
            .has(ObjectKind.ENUM, "m", Property.VALUES, "ok", "sad")
            .table("t")
            .column("a", "public.m", "key");
    assertEquals(List.of("a"), key(sad, sad, CopyMapping.NONE));
    assertEquals(List.of(), key(sad, ok, CopyMapping.NONE));
  }

  private static List<String> key(Draft source, Draft target, CopyMapping mapping) {
    return only(CopyPlanner.plan(source.build(), target.build(), mapping)).key();
  }

  @Test
  void saysValuesInTheirFormsWhereSqliteIsOnOneSide() {
    Draft postgres =
        postgres()
            .table("t")
            .column("id", "bigint", "key")
            .column("price", "numeric(20,4)")
            .column("ratio", "real")
            .column("data", "bytea")
            .column("at", "timestamp with time zone");
    Draft sqlite =
        sqlite()
            .table("T")
            .column("ID", "INTEGER", "key")
            .column("PRICE", "TEXT")
            .column("RATIO", "REAL")
            .column("DATA", "BLOB")
            .column("AT", "TEXT");
    List<String> forms = List.of("INTEGER", "TEXT", "REAL", "BYTES", "TEXT");
    TablePair there = only(CopyPlanner.plan(postgres.build(), sqlite.build(), CopyMapping.NONE));
    assertEquals(forms, there.columns().stream().map(c -> c.form().name()).toList());
    assertEquals(List.of("id"), there.key());
    assertEquals(RowFormat.TUPLES, there.format());
    TablePair back = only(CopyPlanner.plan(sqlite.build(), postgres.build(), CopyMapping.NONE));
    assertEquals(forms, back.columns().stream().map(c -> c.form().name()).toList());
    assertEquals("public.t", back.target().qualified());
    TablePair same = only(CopyPlanner.plan(sqlite.build(), sqlite.build(), CopyMapping.NONE));
    assertEquals(
        List.of("ANY"),
        same.columns().stream().map(ColumnPair::form).distinct().map(Enum::name).toList());
  }

  @Test
  void refusesColumnsOfSqliteThatWouldChangeValues() {
    Draft postgres = postgres().table("t").column("price", "numeric").column("code", "text");
    Draft sqlite = sqlite().table("t").column("price", "DECIMAL(20,4)").column("code", "INTEGER");
    assertEquals(2, refused(postgres, sqlite, CopyMapping.NONE).size());
  }

  @Test
  void refusesNamesThatMeanNothingOrTooMuch() {
    Draft source = postgres().table("users").column("mail", "text");
    LiftlockException refused =
        assertThrows(
            LiftlockException.class,
            () ->
                CopyPlanner.plan(source.build(), source.build(), mapping("users.mial=users.mail")));
    assertEquals(ErrorCode.COPY_MAPPING_INVALID, refused.code());
    assertEquals("did you mean users.mail?", refused.problems().get(0).action());
    assertThrows(LiftlockException.class, () -> mapping("users"));
    assertThrows(LiftlockException.class, () -> mapping("a.b.c.d=e"));
    assertEquals(
        List.of("Odd=Name", "a.b"),
        mapping("\"Odd=Name\".\"a.b\"=x.y").renames().get(0).from().names());
  }
}
