package io.liftlock.postgres.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.change.Change;
import io.liftlock.core.change.Renderer;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.core.sql.Dialect;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyWriterTest {

  private static final SchemaObject OWN =
      SchemaObject.builder(ObjectId.of(ObjectKind.POLICY, "app", "notes", "own notes"))
          .set(Property.COMMAND, "ALL")
          .set(Property.USING, "(a = 1) OR (b = 2)")
          .build();
  private static final Passage PASSAGE =
      new Passage(
          Schema.empty(Dialect.POSTGRES, "18"),
          Schema.empty(Dialect.POSTGRES, "18"),
          Renderer.Mode.PLAIN);

  private static List<String> alter(SchemaObject from, SchemaObject to) {
    return new PolicyWriter().alter(new Change.Alter(from, to), PASSAGE).orElse(List.of("replace"));
  }

  @Test
  void writesParenthesesOnlyWhereThereAreNone() {
    assertThat(new PolicyWriter().create(OWN, PASSAGE))
        .containsExactly("CREATE POLICY \"own notes\" ON app.notes USING ((a = 1) OR (b = 2))");
    SchemaObject one = OWN.toBuilder().set(Property.USING, "(a = ')')").build();
    assertThat(new PolicyWriter().create(one, PASSAGE))
        .containsExactly("CREATE POLICY \"own notes\" ON app.notes USING (a = ')')");
  }

  @Test
  void changesWhatPostgresCanChange() {
    SchemaObject checked =
        OWN.toBuilder()
            .set(Property.WITH_CHECK, "true")
            .set(Property.ROLES, List.of("anon", "\"a b\""))
            .build();
    assertThat(alter(OWN, checked))
        .containsExactly(
            "ALTER POLICY \"own notes\" ON app.notes TO anon, \"a b\" WITH CHECK (true)");
    assertThat(alter(checked, OWN)).containsExactly("replace");
    assertThat(alter(OWN, OWN.toBuilder().set(Property.COMMAND, "SELECT").build()))
        .containsExactly("replace");
    assertThat(alter(OWN, OWN.toBuilder().set(Property.COMMENT, "c").build())).isEmpty();
  }
}
