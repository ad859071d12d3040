package io.liftlock.postgres.inspect;

import static io.liftlock.core.schema.ObjectKind.COLUMN;
import static io.liftlock.core.schema.ObjectKind.CONSTRAINT;
import static io.liftlock.core.schema.ObjectKind.FUNCTION;
import static io.liftlock.core.schema.ObjectKind.TABLE;
import static io.liftlock.core.schema.ObjectKind.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.util.List;
import org.junit.jupiter.api.Test;

class DependencyReaderTest {

  private final ScratchDatabase scratch = ScratchServer.get().freshDatabase();

  @Test
  void membersOfAnExtensionLeadToIt() {
    scratch.execute(
        """
        CREATE EXTENSION hstore;
        CREATE EXTENSION btree_gist;
        CREATE TABLE t (h hstore, a hstore[], n int, EXCLUDE USING gist (n WITH =));
        CREATE INDEX i ON t USING gin (h);
        """);
    Inspected read = Inspected.of(scratch);
    assertThat(read.uses(COLUMN, "public", "t", "h")).containsExactly("extension hstore");
    assertThat(read.uses(COLUMN, "public", "t", "a")).containsExactly("extension hstore");
    assertThat(read.uses(CONSTRAINT, "public", "t", "t_n_excl"))
        .containsExactly("extension btree_gist", "column public.t.n");
  }

  @Test
  void tablesAndFunctionsUseEachOther() {
    scratch.execute(
        """
        CREATE FUNCTION one() RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT 1';
        CREATE TABLE t (a int DEFAULT one(), CONSTRAINT c CHECK (a >= one()));
        CREATE FUNCTION first() RETURNS t LANGUAGE sql AS 'SELECT * FROM public.t';
        CREATE VIEW v AS SELECT (first()).a;
        """);
    Inspected read = Inspected.of(scratch);
    assertThat(read.uses(COLUMN, "public", "t", "a")).containsExactly("function public.one()");
    assertThat(read.uses(CONSTRAINT, "public", "t", "c"))
        .containsExactly("column public.t.a", "function public.one()");
    assertThat(read.schema().find(new ObjectId(FUNCTION, List.of("public", "first"), "()")))
        .hasValueSatisfying(
            first -> assertThat(first.uses()).containsExactly(ObjectId.of(TABLE, "public", "t")));
    assertThat(read.uses(VIEW, "public", "v")).contains("function public.first()");
  }

  @Test
  void keysThatReferToEachOther() {
    scratch.execute(
        """
        CREATE TABLE a (id int PRIMARY KEY, b int);
        CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a);
        ALTER TABLE a ADD CONSTRAINT a_b FOREIGN KEY (b) REFERENCES b;
        CREATE UNIQUE INDEX b_a ON b (a);
        CREATE TABLE c (b int, CONSTRAINT c_b FOREIGN KEY (b) REFERENCES b (a));
        """);
    Inspected read = Inspected.of(scratch);
    assertThat(read.uses(CONSTRAINT, "public", "a", "a_b"))
        .containsExactly("column public.a.b", "column public.b.id", "constraint public.b.b_pkey");
    assertThat(read.uses(CONSTRAINT, "public", "c", "c_b"))
        .containsExactly("column public.b.a", "column public.c.b", "index public.b.b_a");
    assertThat(read.uses(TABLE, "public", "a")).isEmpty();
  }

  @Test
  void aTableThatIsMadeOfAType() {
    scratch.execute(
        """
        CREATE TYPE kind AS (a int);
        CREATE TABLE typed OF kind;
        CREATE TABLE other (t typed, ts typed[]);
        """);
    Inspected read = Inspected.of(scratch);
    assertThat(read.uses(TABLE, "public", "typed")).contains("composite-type public.kind");
    assertThat(read.uses(COLUMN, "public", "other", "ts")).containsExactly("table public.typed");
  }
}
