package io.liftlock.postgres.inspect;

import static io.liftlock.core.schema.ObjectKind.INDEX;
import static io.liftlock.core.schema.ObjectKind.MATERIALIZED_VIEW;
import static io.liftlock.core.schema.ObjectKind.TABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.liftlock.core.schema.Property;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import org.junit.jupiter.api.Test;

class IndexReaderTest {

  private final ScratchDatabase scratch = ScratchServer.get().freshDatabase();

  @Test
  void whatAnIndexIsMadeOf() {
    scratch.execute(
        """
        CREATE TABLE t (a int, b text, c int[]);
        CREATE UNIQUE INDEX i ON t (lower(b), a DESC, (a + 1)) INCLUDE (c) WHERE a > 0;
        CREATE INDEX g ON t USING gin (c) WITH (fastupdate = off);
        CREATE MATERIALIZED VIEW m AS SELECT a FROM t;
        CREATE UNIQUE INDEX m_a ON m (a);
        """);
    Inspected read = Inspected.of(scratch);
    assertThat(read.parts(INDEX, TABLE, "public", "t")).containsExactly("g", "i");
    assertThat(read.get(INDEX, "public", "t", "i").is(Property.UNIQUE)).isTrue();
    assertThat(read.list(Property.COLUMNS, INDEX, "public", "t", "i"))
        .containsExactly("lower(b)", "a", "((a + 1))");
    assertThat(read.text(Property.PREDICATE, INDEX, "public", "t", "i")).isEqualTo("(a > 0)");
    assertThat(read.text(Property.DEFINITION, INDEX, "public", "t", "i"))
        .isEqualTo(
            "CREATE UNIQUE INDEX i ON public.t USING btree (lower(b), a DESC, ((a + 1)))"
                + " INCLUDE (c) WHERE (a > 0)");
    assertThat(read.uses(INDEX, "public", "t", "i"))
        .containsExactly("column public.t.a", "column public.t.b", "column public.t.c");
    assertThat(read.text(Property.METHOD, INDEX, "public", "t", "g")).isEqualTo("gin");
    assertThat(read.parts(INDEX, MATERIALIZED_VIEW, "public", "m")).containsExactly("m_a");
  }

  @Test
  void oneThatIsAttachedKnowsItsParent() {
    scratch.execute(
        """
        CREATE TABLE p (x int) PARTITION BY RANGE (x);
        CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (9);
        CREATE INDEX p_x ON p (x);
        CREATE INDEX alone ON ONLY p (x, (x + 1));
        """);
    Inspected read = Inspected.of(scratch);
    assertThat(read.text(Property.ATTACHED_TO, INDEX, "public", "p1", "p1_x_idx"))
        .isEqualTo("public.p.p_x");
    assertThat(read.uses(INDEX, "public", "p1", "p1_x_idx")).contains("index public.p.p_x");
    assertThat(read.get(INDEX, "public", "p", "p_x").is(Property.INVALID)).isFalse();
    assertThat(read.get(INDEX, "public", "p", "alone").is(Property.INVALID)).isTrue();
  }

  @Test
  void oneWhoseBuildFailedIsInvalid() {
    scratch.execute("CREATE TABLE t (a int); INSERT INTO t VALUES (1), (1)");
    assertThatThrownBy(() -> scratch.execute("CREATE UNIQUE INDEX CONCURRENTLY broken ON t (a)"))
        .hasStackTraceContaining("could not create unique index");
    assertThat(Inspected.of(scratch).get(INDEX, "public", "t", "broken").is(Property.INVALID))
        .isTrue();
  }

  @Test
  void whatAnIndexIsForItsTable() {
    scratch.execute(
        """
        CREATE TABLE t (a int NOT NULL, b int NOT NULL);
        CREATE UNIQUE INDEX t_a ON t (a);
        CREATE INDEX t_b ON t (b);
        ALTER TABLE t REPLICA IDENTITY USING INDEX t_a;
        CLUSTER t USING t_b;
        """);
    Inspected read = Inspected.of(scratch);
    assertThat(read.text(Property.REPLICA_IDENTITY, TABLE, "public", "t")).isEqualTo("t_a");
    assertThat(read.text(Property.CLUSTERED_ON, TABLE, "public", "t")).isEqualTo("t_b");
  }

  @Test
  void targetsOfExpressionsAreNotHeld() {
    scratch.execute(
        """
        CREATE TABLE t (a int);
        CREATE INDEX i ON t ((a + 1));
        ALTER INDEX i ALTER COLUMN 1 SET STATISTICS 500;
        """);
    assertThat(Inspected.of(scratch).schema().notModelled())
        .extracting("kind", "name")
        .containsExactly(tuple("statistics target", "public.t.i column 1"));
  }
}
