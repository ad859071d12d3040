package io.liftlock.postgres.inspect;

import static io.liftlock.core.schema.ObjectKind.CONSTRAINT;
import static io.liftlock.core.schema.ObjectKind.DOMAIN;
import static io.liftlock.core.schema.ObjectKind.INDEX;
import static io.liftlock.core.schema.ObjectKind.TABLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.schema.NotModelled;
import io.liftlock.core.schema.Property;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import org.junit.jupiter.api.Test;

class ConstraintReaderTest {

  private final ScratchDatabase scratch = ScratchServer.get().freshDatabase();

  @Test
  void everyType() {
    scratch.execute(
        """
        CREATE TABLE a (w int UNIQUE, x int, y int, z int4range,
          CONSTRAINT a_key PRIMARY KEY (y, x) INCLUDE (z),
          CONSTRAINT a_one UNIQUE (x) DEFERRABLE INITIALLY DEFERRED,
          CONSTRAINT a_many CHECK (x > 0 AND y > 0) NO INHERIT,
          CONSTRAINT a_none CHECK (true),
          CONSTRAINT a_apart EXCLUDE USING gist (z WITH &&) WITH (fillfactor = 70));
        CREATE TABLE b (p int, q int, CONSTRAINT b_a FOREIGN KEY (p, q) REFERENCES a (y, x)
          ON DELETE CASCADE ON UPDATE SET NULL);
        ALTER TABLE b ADD CONSTRAINT b_late FOREIGN KEY (p) REFERENCES a (w) NOT VALID;
        """);
    Inspected read = Inspected.of(scratch);
    assertThat(read.parts(CONSTRAINT, TABLE, "public", "a"))
        .containsExactly("a_apart", "a_key", "a_many", "a_none", "a_one", "a_w_key");
    assertThat(read.parts(INDEX, TABLE, "public", "a")).isEmpty();

    assertThat(read.text(Property.CONSTRAINT_TYPE, CONSTRAINT, "public", "a", "a_key"))
        .isEqualTo("primary key");
    assertThat(read.list(Property.COLUMNS, CONSTRAINT, "public", "a", "a_key"))
        .containsExactly("y", "x");
    assertThat(read.text(Property.DEFINITION, CONSTRAINT, "public", "a", "a_key"))
        .isEqualTo("PRIMARY KEY (y, x) INCLUDE (z)");
    assertThat(read.get(CONSTRAINT, "public", "a", "a_key").is(Property.NO_INHERIT)).isFalse();

    assertThat(read.get(CONSTRAINT, "public", "a", "a_one").is(Property.DEFERRABLE)).isTrue();
    assertThat(read.get(CONSTRAINT, "public", "a", "a_one").is(Property.INITIALLY_DEFERRED))
        .isTrue();
    assertThat(read.list(Property.COLUMNS, CONSTRAINT, "public", "a", "a_many"))
        .containsExactly("x", "y");
    assertThat(read.get(CONSTRAINT, "public", "a", "a_many").is(Property.NO_INHERIT)).isTrue();
    assertThat(read.list(Property.COLUMNS, CONSTRAINT, "public", "a", "a_none")).isEmpty();
    assertThat(read.list(Property.OPTIONS, CONSTRAINT, "public", "a", "a_apart"))
        .containsExactly("fillfactor=70");

    assertThat(read.text(Property.REFERENCES, CONSTRAINT, "public", "b", "b_a"))
        .isEqualTo("public.a");
    assertThat(read.list(Property.REFERENCED_COLUMNS, CONSTRAINT, "public", "b", "b_a"))
        .containsExactly("y", "x");
    assertThat(read.text(Property.ON_DELETE, CONSTRAINT, "public", "b", "b_a"))
        .isEqualTo("cascade");
    assertThat(read.text(Property.ON_UPDATE, CONSTRAINT, "public", "b", "b_a"))
        .isEqualTo("set null");
    assertThat(read.uses(CONSTRAINT, "public", "b", "b_a"))
        .containsExactly(
            "column public.a.x",
            "column public.a.y",
            "column public.b.p",
            "column public.b.q",
            "constraint public.a.a_key");

    assertThat(read.get(CONSTRAINT, "public", "b", "b_late").is(Property.NOT_VALID)).isTrue();
    assertThat(read.text(Property.DEFINITION, CONSTRAINT, "public", "b", "b_late"))
        .isEqualTo("FOREIGN KEY (p) REFERENCES public.a(w)");
  }

  @Test
  void whatComesFromAParentIsSaidToBeInherited() {
    scratch.execute(
        """
        CREATE TABLE a (x int PRIMARY KEY);
        CREATE TABLE p (x int PRIMARY KEY REFERENCES a, CONSTRAINT ok CHECK (x > 0))
          PARTITION BY RANGE (x);
        CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (9);
        CREATE TABLE base (x int CONSTRAINT base_ok CHECK (x > 0));
        CREATE TABLE child (own int CONSTRAINT own_ok CHECK (own > 0)) INHERITS (base);
        """);
    Inspected read = Inspected.of(scratch);
    assertThat(read.parts(CONSTRAINT, TABLE, "public", "p1"))
        .containsExactly("ok", "p1_pkey", "p_x_fkey");
    for (String name : new String[] {"ok", "p1_pkey", "p_x_fkey"}) {
      assertThat(read.get(CONSTRAINT, "public", "p1", name).is(Property.INHERITED)).isTrue();
    }
    assertThat(read.get(CONSTRAINT, "public", "p", "ok").is(Property.INHERITED)).isFalse();
    assertThat(read.get(CONSTRAINT, "public", "child", "base_ok").is(Property.INHERITED)).isTrue();
    assertThat(read.get(CONSTRAINT, "public", "child", "own_ok").is(Property.INHERITED)).isFalse();
  }

  @Test
  void aKeyToAPartitionedTableIsOneConstraint() {
    scratch.execute(
        """
        CREATE TABLE p (x int PRIMARY KEY) PARTITION BY RANGE (x);
        CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (9);
        CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (9) TO (19);
        CREATE TABLE r (x int REFERENCES p) PARTITION BY RANGE (x);
        CREATE TABLE r1 PARTITION OF r FOR VALUES FROM (0) TO (9);
        """);
    Inspected read = Inspected.of(scratch);
    assertThat(read.parts(CONSTRAINT, TABLE, "public", "r")).containsExactly("r_x_fkey");
    assertThat(read.parts(CONSTRAINT, TABLE, "public", "r1")).containsExactly("r_x_fkey");
  }

  @Test
  void thoseOfADomainAreItsParts() {
    scratch.execute("CREATE DOMAIN d AS int CONSTRAINT positive CHECK (VALUE > 0)");
    Inspected read = Inspected.of(scratch);
    assertThat(read.parts(CONSTRAINT, DOMAIN, "public", "d")).containsExactly("positive");
    assertThat(read.text(Property.DEFINITION, CONSTRAINT, "public", "d", "positive"))
        .isEqualTo("CHECK ((VALUE > 0))");
    assertThat(read.uses(CONSTRAINT, "public", "d", "positive")).isEmpty();
  }

  @Test
  void nullsThatAreEqual() {
    scratch.execute("CREATE TABLE t (a int, CONSTRAINT one UNIQUE NULLS NOT DISTINCT (a))");
    assertThat(Inspected.of(scratch).text(Property.DEFINITION, CONSTRAINT, "public", "t", "one"))
        .isEqualTo("UNIQUE NULLS NOT DISTINCT (a)");
  }

  @Test
  void whatPostgres18Brought() {
    ScratchDatabase newest = ScratchServer.of(18).freshDatabase();
    newest.execute(
        """
        CREATE TABLE t (a int NOT NULL, b int CONSTRAINT loose CHECK (b > 0) NOT ENFORCED);
        ALTER TABLE t ADD CONSTRAINT b_later NOT NULL b NOT VALID;
        """);
    Inspected read = Inspected.of(newest);
    assertThat(read.parts(CONSTRAINT, TABLE, "public", "t")).containsExactly("loose");
    assertThat(read.get(CONSTRAINT, "public", "t", "loose").is(Property.NOT_ENFORCED)).isTrue();
    assertThat(read.get(CONSTRAINT, "public", "t", "loose").is(Property.NOT_VALID)).isFalse();
    assertThat(read.schema().notModelled())
        .containsExactly(
            new NotModelled(
                "not-null constraint", "public.t.b_later", "it has not been validated"));
  }
}
