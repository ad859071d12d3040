package io.liftlock.postgres.inspect;

import static io.liftlock.core.schema.ObjectKind.EXTENSION;
import static io.liftlock.core.schema.ObjectKind.MATERIALIZED_VIEW;
import static io.liftlock.core.schema.ObjectKind.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.schema.Property;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import org.junit.jupiter.api.Test;

class ViewReaderTest {

  private final ScratchDatabase scratch = ScratchServer.get().freshDatabase();

  @Test
  void viewsOnViews() {
    scratch.execute(
        """
        CREATE TABLE t (a int, b int);
        CREATE VIEW v WITH (security_barrier) AS SELECT a FROM t WHERE b > 0
          WITH LOCAL CHECK OPTION;
        CREATE VIEW w AS SELECT v.a, count(*) AS n FROM v GROUP BY v.a;
        CREATE VIEW rows_of_t AS SELECT t FROM t;
        CREATE MATERIALIZED VIEW m WITH (fillfactor = 50) AS SELECT a FROM w;
        """);
    Inspected read = Inspected.of(scratch);
    assertThat(read.text(Property.DEFINITION, VIEW, "public", "v"))
        .isEqualTo("SELECT a\n   FROM public.t\n  WHERE (b > 0)");
    assertThat(read.list(Property.OPTIONS, VIEW, "public", "v"))
        .containsExactly("check_option=local", "security_barrier=true");
    assertThat(read.uses(VIEW, "public", "v"))
        .containsExactly("column public.t.a", "column public.t.b");
    assertThat(read.uses(VIEW, "public", "w")).contains("column public.v.a");
    assertThat(read.uses(VIEW, "public", "rows_of_t")).contains("table public.t");
    assertThat(read.list(Property.OPTIONS, MATERIALIZED_VIEW, "public", "m"))
        .containsExactly("fillfactor=50");
    assertThat(read.uses(MATERIALIZED_VIEW, "public", "m")).contains("column public.w.a");
  }

  @Test
  void membersOfExtensionsAreNotOurs() {
    scratch.execute(
        """
        CREATE SCHEMA ext;
        CREATE EXTENSION pg_stat_statements SCHEMA ext;
        CREATE VIEW busy AS SELECT query FROM ext.pg_stat_statements;
        """);
    Inspected read = Inspected.of(scratch);
    assertThat(read.names(VIEW)).containsExactly("public.busy");
    assertThat(read.names(EXTENSION)).contains("pg_stat_statements");
    assertThat(read.uses(VIEW, "public", "busy")).containsExactly("extension pg_stat_statements");
  }
}
