package io.liftlock.postgres.inspect;

import static io.liftlock.core.schema.ObjectKind.COLUMN;
import static io.liftlock.core.schema.ObjectKind.CONSTRAINT;
import static io.liftlock.core.schema.ObjectKind.INDEX;
import static io.liftlock.core.schema.ObjectKind.TABLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.schema.Property;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import org.junit.jupiter.api.Test;

class InheritanceReaderTest {

  private final ScratchDatabase scratch = ScratchServer.get().freshDatabase();

  @Test
  void partitionsOfPartitions() {
    scratch.execute(
        """
        CREATE SCHEMA old;
        CREATE TABLE p (at date NOT NULL, k text, PRIMARY KEY (at, k)) PARTITION BY RANGE (at);
        CREATE INDEX p_k ON p (k);
        CREATE TABLE p_2026 PARTITION OF p FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')
          PARTITION BY LIST (k);
        CREATE TABLE old.p_2026 PARTITION OF p_2026 FOR VALUES IN ('a', 'b');
        CREATE TABLE p_rest PARTITION OF p DEFAULT;
        """);
    Inspected read = Inspected.of(scratch);
    assertThat(read.text(Property.PARTITION_KEY, TABLE, "public", "p")).isEqualTo("RANGE (at)");
    assertThat(read.text(Property.PARTITION_KEY, TABLE, "public", "p_2026")).isEqualTo("LIST (k)");
    assertThat(read.text(Property.PARTITION_OF, TABLE, "public", "p_2026")).isEqualTo("public.p");
    assertThat(read.text(Property.PARTITION_BOUND, TABLE, "public", "p_2026"))
        .isEqualTo("FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')");
    assertThat(read.text(Property.PARTITION_OF, TABLE, "old", "p_2026")).isEqualTo("public.p_2026");
    assertThat(read.text(Property.PARTITION_BOUND, TABLE, "old", "p_2026"))
        .isEqualTo("FOR VALUES IN ('a', 'b')");
    assertThat(read.text(Property.PARTITION_BOUND, TABLE, "public", "p_rest")).isEqualTo("DEFAULT");
    assertThat(read.get(COLUMN, "old", "p_2026", "k").is(Property.INHERITED)).isTrue();
    assertThat(read.uses(TABLE, "old", "p_2026")).containsExactly("table public.p_2026");
    assertThat(read.uses(TABLE, "public", "p")).isEmpty();
    assertThat(read.text(Property.ATTACHED_TO, INDEX, "old", "p_2026", "p_2026_k_idx"))
        .isEqualTo("public.p_2026.p_2026_k_idx");
    assertThat(read.get(CONSTRAINT, "old", "p_2026", "p_2026_pkey").is(Property.INHERITED))
        .isTrue();
  }

  @Test
  void childrenOfManyParentsInTheirOrder() {
    scratch.execute(
        """
        CREATE TABLE a (x int);
        CREATE TABLE b (y int);
        CREATE TABLE c (x int, z int) INHERITS (b, a);
        """);
    Inspected read = Inspected.of(scratch);
    assertThat(read.list(Property.INHERITS, TABLE, "public", "c"))
        .containsExactly("public.b", "public.a");
    // Also what the child says itself: it cannot be taken from it while the parent has it.
    assertThat(read.get(COLUMN, "public", "c", "x").is(Property.INHERITED)).isTrue();
    assertThat(read.get(COLUMN, "public", "c", "y").is(Property.INHERITED)).isTrue();
    assertThat(read.get(COLUMN, "public", "c", "z").is(Property.INHERITED)).isFalse();
    assertThat(read.uses(TABLE, "public", "c")).containsExactly("table public.a", "table public.b");
  }

  @Test
  void threeHundredPartitions() {
    scratch.execute(
        """
        CREATE TABLE r (id int PRIMARY KEY);
        CREATE TABLE p (id int PRIMARY KEY, r int REFERENCES r) PARTITION BY RANGE (id);
        CREATE INDEX p_r ON p (r);
        DO $$ BEGIN FOR i IN 1..300 LOOP
          EXECUTE format('CREATE TABLE p%s PARTITION OF p FOR VALUES FROM (%s) TO (%s)',
            i, i * 10, i * 10 + 10);
        END LOOP; END $$;
        """);
    Inspected read = Inspected.of(scratch);
    assertThat(read.names(TABLE)).hasSize(302);
    assertThat(read.names(INDEX)).hasSize(301);
    assertThat(read.names(CONSTRAINT)).hasSize(1 + 2 * 301);
    assertThat(read.text(Property.PARTITION_BOUND, TABLE, "public", "p300"))
        .isEqualTo("FOR VALUES FROM (3000) TO (3010)");
  }
}
