package io.liftlock.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.migration.Header;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.report.Drift;
import io.liftlock.core.schema.Ignored;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.ObjectPattern;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.ScriptReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DriftFinderTest {

  private static final ObjectId USERS = ObjectId.of(ObjectKind.TABLE, "public", "users");

  private final List<Migration> migrations = new ArrayList<>();
  private final List<SchemaObject> expected = new ArrayList<>();
  private final List<SchemaObject> actual = new ArrayList<>();
  private final List<Ignored> rules = new ArrayList<>();

  private void ran(String id, String sql) {
    migrations.add(
        new Migration(
            MigrationId.parse(id),
            "",
            Migration.Kind.VERSIONED,
            "main",
            Migration.Lineage.SEQUENCE,
            List.of(),
            Header.EMPTY,
            id + ".sql",
            new ScriptReader().read(id + ".sql", sql, Dialect.POSTGRES),
            Optional.empty(),
            Optional.empty()));
  }

  private static SchemaObject object(ObjectId id, String type) {
    return SchemaObject.builder(id).set(Property.TYPE, type).build();
  }

  private static ObjectId column(String name) {
    return USERS.part(ObjectKind.COLUMN, name);
  }

  private Drift find() {
    return new DriftFinder(rules, Attribution.of(migrations, Dialect.POSTGRES))
        .find(
            Schema.of(Dialect.POSTGRES, "18", expected, List.of()),
            Schema.of(Dialect.POSTGRES, "18", actual, List.of()));
  }

  private List<String> found() {
    return find().deviations().stream()
        .map(
            deviation ->
                deviation.change().getClass().getSimpleName()
                    + " "
                    + deviation.change().object()
                    + " "
                    + deviation.touchedBy().map(Migration::id).map(Object::toString).orElse("?"))
        .toList();
  }

  private void table(List<SchemaObject> schema) {
    schema.add(object(USERS, "t"));
  }

  @Test
  void noDifferenceIsNoDrift() {
    table(expected);
    table(actual);
    assertThat(find().isNone()).isTrue();
  }

  @Test
  void eachDifferenceNamesTheMigrationThatTouchedTheObjectLast() {
    ran("001", "CREATE TABLE users (id int, mail text)");
    ran("002", "ALTER TABLE public.users ADD COLUMN phone text");
    ran("003", "CREATE INDEX i ON users (mail)");
    ran("004", "INSERT INTO users VALUES (1)");
    table(expected);
    expected.add(object(column("mail"), "text"));
    expected.add(object(column("phone"), "text"));
    expected.add(object(USERS.part(ObjectKind.INDEX, "i"), "i"));
    table(actual);
    actual.add(object(column("mail"), "citext"));
    actual.add(object(column("extra"), "int"));
    actual.add(object(ObjectId.of(ObjectKind.VIEW, "public", "v"), "v"));
    assertThat(found())
        .containsExactly(
            "Create view public.v ?",
            // Nobody made that column: the last that touched its table is told.
            "Create column public.users.extra 003",
            "Alter column public.users.mail 001",
            "Drop column public.users.phone 002",
            "Drop index public.users.i 003");
  }

  @Test
  void namesInOtherSchemasAreOthers() {
    ran("001", "CREATE TABLE app.users (id int)");
    table(actual);
    assertThat(found()).containsExactly("Create table public.users ?");
  }

  @Test
  void aNewNameIsFoundByTheMigrationThatGaveIt() {
    ran("001", "CREATE TABLE people (id int)");
    ran("002", "ALTER TABLE people RENAME TO users");
    ran("003", "ALTER TYPE mood ADD VALUE 'x'; DROP FUNCTION f(int)");
    table(expected);
    expected.add(object(ObjectId.of(ObjectKind.ENUM, "public", "mood"), "e"));
    expected.add(
        object(new ObjectId(ObjectKind.FUNCTION, List.of("public", "f"), "(integer)"), "f"));
    assertThat(found())
        .containsExactly(
            "Drop enum public.mood 003",
            "Drop table public.users 002",
            "Drop function public.f(integer) 003");
  }

  @Test
  void whatIsIgnoredIsToldWithItsReason() {
    table(expected);
    table(actual);
    actual.add(object(column("tmp_a"), "int"));
    actual.add(object(column("b"), "int"));
    rules.add(new Ignored(ObjectPattern.of("column public.users.tmp_*"), "the nightly job"));
    Drift drift = find();
    assertThat(drift.deviations()).hasSize(1);
    assertThat(drift.ignored().values())
        .extracting(Ignored::because)
        .containsExactly("the nightly job");
    rules.add(new Ignored(ObjectPattern.of("public.users"), "all of it"));
    assertThat(find().isNone()).isTrue();
  }

  @Test
  void oneTableAloneCanBeLookedAt() {
    ObjectId other = ObjectId.of(ObjectKind.TABLE, "public", "other");
    table(expected);
    table(actual);
    actual.add(object(other, "t"));
    actual.add(object(column("b"), "int"));
    assertThat(find().only(Set.of(USERS)).deviations())
        .extracting(deviation -> deviation.change().object())
        .containsExactly(column("b"));
    assertThat(find().only(Set.of(other)).deviations()).hasSize(1);
  }

  @Test
  void columnsInAnotherOrderCount() {
    table(expected);
    expected.add(column("a", "1"));
    expected.add(column("b", "2"));
    table(actual);
    actual.add(column("a", "2"));
    actual.add(column("b", "1"));
    assertThat(find().deviations()).isEmpty();
    assertThat(find().isNone()).isFalse();
    rules.add(new Ignored(ObjectPattern.of("table public.users"), "who cares"));
    assertThat(find().isNone()).isTrue();
  }

  private static SchemaObject column(String name, String position) {
    return SchemaObject.builder(column(name)).set(Property.POSITION, position).build();
  }
}
