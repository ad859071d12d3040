package io.liftlock.postgres.inspect;

import static io.liftlock.core.schema.ObjectKind.COLUMN;
import static io.liftlock.core.schema.ObjectKind.SCHEMA;
import static io.liftlock.core.schema.ObjectKind.TABLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.schema.Property;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import org.junit.jupiter.api.Test;

class TableReaderTest {

  private final ScratchDatabase scratch = ScratchServer.get().freshDatabase();

  @Test
  void aPlainTableHasNothingToSay() {
    scratch.execute("CREATE TABLE t (a int)");
    assertThat(Inspected.of(scratch).get(TABLE, "public", "t").properties().keySet())
        .doesNotContain(
            Property.PERSISTENCE,
            Property.ACCESS_METHOD,
            Property.TABLESPACE,
            Property.OPTIONS,
            Property.REPLICA_IDENTITY,
            Property.ROW_SECURITY,
            Property.PARTITION_KEY,
            Property.OF_TYPE);
  }

  @Test
  void whatIsUnusualIsSaid() {
    scratch.execute(
        """
        CREATE UNLOGGED TABLE t (a int NOT NULL, b text)
          WITH (fillfactor = 70, autovacuum_enabled = off, toast.autovacuum_enabled = off);
        ALTER TABLE t ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY, REPLICA IDENTITY FULL;
        CREATE TABLE nothing (a int);
        ALTER TABLE nothing REPLICA IDENTITY NOTHING;
        CREATE TYPE kind AS (a int, b text);
        CREATE TABLE typed OF kind;
        """);
    Inspected read = Inspected.of(scratch);
    assertThat(read.text(Property.PERSISTENCE, TABLE, "public", "t")).isEqualTo("unlogged");
    assertThat(read.list(Property.OPTIONS, TABLE, "public", "t"))
        .containsExactly("autovacuum_enabled=off", "fillfactor=70", "toast.autovacuum_enabled=off");
    assertThat(read.text(Property.ROW_SECURITY, TABLE, "public", "t")).isEqualTo("true");
    assertThat(read.text(Property.FORCE_ROW_SECURITY, TABLE, "public", "t")).isEqualTo("true");
    assertThat(read.text(Property.REPLICA_IDENTITY, TABLE, "public", "t")).isEqualTo("full");
    assertThat(read.text(Property.REPLICA_IDENTITY, TABLE, "public", "nothing"))
        .isEqualTo("nothing");
    assertThat(read.text(Property.OF_TYPE, TABLE, "public", "typed")).isEqualTo("public.kind");
    assertThat(read.parts(COLUMN, TABLE, "public", "typed")).containsExactly("a", "b");
  }

  @Test
  void whatIsNotThePeoplesIsLeftOut() throws Exception {
    scratch.execute("CREATE TABLE t (a int); CREATE SCHEMA s; CREATE SCHEMA liftlock");
    try (var database = Inspected.open(scratch.url())) {
      database.history().prepare();
      scratch.execute("CREATE TABLE liftlock.own (a int)");
      Inspected read = new Inspected(database.inspector().inspect());
      assertThat(read.names(TABLE)).containsExactly("public.t");
      assertThat(read.names(SCHEMA)).containsExactly("public", "s");
    }
  }
}
