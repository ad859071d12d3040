package io.liftlock.postgres.inspect;

import static io.liftlock.core.schema.ObjectKind.EVENT_TRIGGER;
import static io.liftlock.core.schema.ObjectKind.POLICY;
import static io.liftlock.core.schema.ObjectKind.RULE;
import static io.liftlock.core.schema.ObjectKind.TABLE;
import static io.liftlock.core.schema.ObjectKind.TRIGGER;
import static io.liftlock.core.schema.ObjectKind.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.schema.Property;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import org.junit.jupiter.api.Test;

class TriggerReaderTest {

  private static final String BASE =
      """
      CREATE TABLE t (a int PRIMARY KEY, b text);
      CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
      """;

  private final ScratchDatabase scratch = ScratchServer.get().freshDatabase();

  @Test
  void triggersOfTablesAndViews() {
    scratch.execute(
        BASE
            + """
            CREATE VIEW v AS SELECT * FROM t;
            CREATE TRIGGER "Stempel 'ü'" BEFORE UPDATE OF b ON t FOR EACH ROW
              WHEN (OLD.b IS DISTINCT FROM NEW.b) EXECUTE FUNCTION f('it''s');
            CREATE CONSTRAINT TRIGGER late AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED
              FOR EACH ROW EXECUTE FUNCTION f();
            CREATE TRIGGER instead INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION f();
            ALTER TABLE t DISABLE TRIGGER late;
            ALTER TABLE t ENABLE ALWAYS TRIGGER "Stempel 'ü'";
            """);
    Inspected read = Inspected.of(scratch);
    assertThat(read.parts(TRIGGER, TABLE, "public", "t")).containsExactly("Stempel 'ü'", "late");
    assertThat(read.parts(TRIGGER, VIEW, "public", "v")).containsExactly("instead");
    assertThat(read.text(Property.DEFINITION, TRIGGER, "public", "t", "Stempel 'ü'"))
        .isEqualTo(
            "CREATE TRIGGER \"Stempel 'ü'\" BEFORE UPDATE OF b ON public.t FOR EACH ROW"
                + " WHEN ((old.b IS DISTINCT FROM new.b)) EXECUTE FUNCTION public.f('it''s')");
    assertThat(read.text(Property.ENABLED, TRIGGER, "public", "t", "Stempel 'ü'"))
        .isEqualTo("always");
    assertThat(read.text(Property.ENABLED, TRIGGER, "public", "t", "late")).isEqualTo("disabled");
    assertThat(read.text(Property.ENABLED, TRIGGER, "public", "v", "instead")).isEmpty();
  }

  @Test
  void whatPartitionsInheritIsNotListedButItsStateIsTold() {
    scratch.execute(
        """
        CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
        CREATE TABLE p (a int) PARTITION BY LIST (a);
        CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
        CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2);
        CREATE TRIGGER tr BEFORE INSERT ON p FOR EACH ROW EXECUTE FUNCTION f();
        """);
    Inspected read = Inspected.of(scratch);
    assertThat(read.names(TRIGGER)).containsExactly("public.p.tr");
    assertThat(read.schema().notModelled()).isEmpty();
    scratch.execute("ALTER TABLE p1 DISABLE TRIGGER tr");
    assertThat(Inspected.of(scratch).schema().notModelled())
        .extracting(missing -> missing.kind() + " " + missing.name())
        .containsExactly("trigger state tr on public.p1");
  }

  @Test
  void aDisabledForeignKeyIsTold() {
    scratch.execute(BASE + "CREATE TABLE c (a int CONSTRAINT fk REFERENCES t)");
    assertThat(Inspected.of(scratch).schema().notModelled()).isEmpty();
    scratch.execute("ALTER TABLE c DISABLE TRIGGER ALL");
    assertThat(Inspected.of(scratch).schema().notModelled())
        .isNotEmpty()
        .allSatisfy(missing -> assertThat(missing.kind()).isEqualTo("trigger state"));
  }

  @Test
  void rulesButNotThoseOfViews() {
    scratch.execute(
        BASE
            + """
            CREATE VIEW v AS SELECT * FROM t;
            CREATE RULE "keep it" AS ON DELETE TO t WHERE OLD.a < 5 DO INSTEAD NOTHING;
            CREATE RULE ins AS ON INSERT TO v DO INSTEAD INSERT INTO t VALUES (NEW.a, NEW.b);
            ALTER TABLE t DISABLE RULE "keep it";
            """);
    Inspected read = Inspected.of(scratch);
    assertThat(read.names(RULE)).containsExactly("public.t.\"keep it\"", "public.v.ins");
    assertThat(read.text(Property.DEFINITION, RULE, "public", "t", "keep it"))
        .startsWith("CREATE RULE \"keep it\" AS")
        .contains("ON DELETE TO public.t")
        .doesNotContain(";");
    assertThat(read.text(Property.ENABLED, RULE, "public", "t", "keep it")).isEqualTo("disabled");
  }

  @Test
  void eventTriggers() {
    scratch.execute(
        """
        CREATE SCHEMA "E";
        CREATE FUNCTION "E".f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
        CREATE EVENT TRIGGER watch ON ddl_command_end WHEN TAG IN ('DROP TABLE', 'CREATE TABLE')
          EXECUTE FUNCTION "E".f();
        ALTER EVENT TRIGGER watch ENABLE REPLICA;
        """);
    Inspected read = Inspected.of(scratch);
    assertThat(read.text(Property.EVENT, EVENT_TRIGGER, "watch")).isEqualTo("ddl_command_end");
    assertThat(read.list(Property.TAGS, EVENT_TRIGGER, "watch"))
        .containsExactly("CREATE TABLE", "DROP TABLE");
    assertThat(read.text(Property.FUNCTION, EVENT_TRIGGER, "watch")).isEqualTo("\"E\".f");
    assertThat(read.text(Property.ENABLED, EVENT_TRIGGER, "watch")).isEqualTo("replica");
  }

  @Test
  void policies() {
    String role = scratch.createRole().name();
    scratch.execute(
        BASE
            + """
            CREATE POLICY "own rows" ON t AS RESTRICTIVE FOR UPDATE TO %s, CURRENT_USER
              USING (a > 1) WITH CHECK (b <> 'x');
            CREATE POLICY everyone ON t USING (true);
            """
                .formatted(role));
    Inspected read = Inspected.of(scratch);
    String[] path = {"public", "t", "own rows"};
    assertThat(read.text(Property.COMMAND, POLICY, path)).isEqualTo("UPDATE");
    assertThat(read.text(Property.PERMISSIVE, POLICY, path)).isEqualTo("false");
    assertThat(read.list(Property.ROLES, POLICY, path)).containsExactly("CURRENT_USER", role);
    assertThat(read.text(Property.USING, POLICY, path)).isEqualTo("(a > 1)");
    assertThat(read.text(Property.WITH_CHECK, POLICY, path)).isEqualTo("(b <> 'x'::text)");
    assertThat(read.get(POLICY, "public", "t", "everyone").properties().keySet())
        .containsExactlyInAnyOrder(Property.COMMAND, Property.USING);
  }
}
