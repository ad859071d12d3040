package io.liftlock.engine.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.schema.Constraint;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.core.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowScopeTest {

  private final List<SchemaObject> objects = new ArrayList<>();

  RowScopeTest() {
    for (int i = 10; i < 60; i++) {
      objects.add(SchemaObject.builder(table("table" + i)).build());
    }
  }

  private static ObjectId table(String name) {
    return ObjectId.of(ObjectKind.TABLE, "public", name);
  }

  /** The tables whose rows a script can touch. */
  private List<String> touched(String up, String down) {
    Schema schema = Schema.of(Dialect.POSTGRES, "18", objects, List.of());
    var scope = RowScope.of(schema, new Migrations(Dialect.POSTGRES).add("1", up, down).all);
    return schema.tables().stream()
        .map(table -> table.id())
        .filter(scope)
        .map(ObjectId::name)
        .toList();
  }

  @Test
  void looksAtWhatIsNamedInEitherScript() {
    assertThat(touched("UPDATE \"Table10\" SET a = 1", "DELETE FROM table12"))
        .containsExactly("table10", "table12");
    assertThat(touched("CREATE TABLE x (a integer)", "DROP TABLE x")).isEmpty();
  }

  @Test
  void followsForeignKeysWithActionsAndPartitions() {
    objects.add(
        SchemaObject.builder(table("table20").part(ObjectKind.CONSTRAINT, "k"))
            .set(Property.CONSTRAINT_TYPE, Constraint.FOREIGN_KEY)
            .set(Property.REFERENCES, "public.table10")
            .set(Property.ON_DELETE, "cascade")
            .build());
    objects.add(
        SchemaObject.builder(table("table21").part(ObjectKind.CONSTRAINT, "k"))
            .set(Property.CONSTRAINT_TYPE, Constraint.FOREIGN_KEY)
            .set(Property.REFERENCES, "public.table10")
            .build());
    objects.add(
        SchemaObject.builder(table("part")).set(Property.PARTITION_OF, "public.table30").build());
    assertThat(touched("DELETE FROM table10", "SELECT 1")).containsExactly("table10", "table20");
    assertThat(touched("DELETE FROM part", "SELECT 1")).containsExactly("part", "table30");
  }

  @Test
  void looksAtAllWhereTheTextDoesNotTell() {
    assertThat(touched("DO $$ BEGIN END $$", "SELECT 1")).hasSize(50);
    assertThat(touched("DROP TABLE table10 CASCADE", "SELECT 1")).hasSize(50);
    assertThat(touched("CREATE TABLE x (a integer REFERENCES table11 ON DELETE CASCADE)", ""))
        .containsExactly("table11");
    objects.add(SchemaObject.builder(table("table40").part(ObjectKind.TRIGGER, "touch")).build());
    assertThat(touched("DELETE FROM table40", "SELECT 1")).hasSize(50);
    objects.add(SchemaObject.builder(ObjectId.of(ObjectKind.VIEW, "public", "seen")).build());
    assertThat(touched("DELETE FROM seen", "SELECT 1")).hasSize(50);
  }
}
