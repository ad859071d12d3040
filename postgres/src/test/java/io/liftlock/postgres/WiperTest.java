package io.liftlock.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.database.Database;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import org.junit.jupiter.api.Test;

class WiperTest {

  private static final String EVERYTHING =
      """
      CREATE SCHEMA app;
      CREATE TABLE app.t (a int PRIMARY KEY);
      CREATE TABLE t (a int REFERENCES app.t, b serial);
      CREATE VIEW v AS SELECT * FROM t;
      CREATE MATERIALIZED VIEW m AS SELECT * FROM v;
      CREATE TYPE e AS ENUM ('a');
      CREATE DOMAIN d AS int;
      CREATE FUNCTION f(e) RETURNS int LANGUAGE sql AS 'SELECT 1';
      CREATE AGGREGATE agg (int) (sfunc = int4pl, stype = int);
      SELECT lo_create(0);
      """;

  private final ScratchDatabase scratch = ScratchServer.get().freshDatabase();

  private String left() {
    return scratch.value(
        """
        SELECT (SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
                 WHERE nspname !~ '^pg_' AND nspname <> 'information_schema')
             + (SELECT count(*) FROM pg_type c JOIN pg_namespace n ON n.oid = typnamespace
                 WHERE nspname !~ '^pg_' AND nspname <> 'information_schema')
             + (SELECT count(*) FROM pg_proc c JOIN pg_namespace n ON n.oid = pronamespace
                 WHERE nspname !~ '^pg_' AND nspname <> 'information_schema')
             + (SELECT count(*) FROM pg_largeobject_metadata)
             + (SELECT count(*) FROM pg_namespace
                 WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', 'public'))
        """);
  }

  @Test
  void aSuperuserEmptiesIt() {
    scratch.execute(EVERYTHING + "CREATE EXTENSION pgcrypto; CREATE PUBLICATION p FOR TABLE t;");
    wipe(scratch.url());
    assertThat(left()).isEqualTo("0");
    assertThat(scratch.value("SELECT has_schema_privilege('public', 'USAGE')")).isEqualTo("t");
  }

  @Test
  void theOwnerEmptiesIt() throws Exception {
    ScratchServer.Role owner = scratch.createOwner();
    try (var connection = scratch.connect(owner)) {
      connection.createStatement().execute(EVERYTHING);
    }
    wipe(scratch.url(owner));
    assertThat(left()).isEqualTo("0");
  }

  @Test
  void aRoleThatDoesNotOwnTheSchemaRemovesWhatIsItsOwn() throws Exception {
    ScratchServer.Role role = scratch.createRole();
    scratch.execute("GRANT CREATE ON SCHEMA public TO " + role.name());
    scratch.execute("GRANT CREATE ON DATABASE \"" + scratch.name() + "\" TO " + role.name());
    try (var connection = scratch.connect(role)) {
      connection.createStatement().execute(EVERYTHING);
    }
    wipe(scratch.url(role));
    assertThat(left()).isEqualTo("0");
    assertThat(
            scratch.value("SELECT has_schema_privilege('" + role.name() + "', 'public', 'CREATE')"))
        .isEqualTo("t");
  }

  private static void wipe(io.liftlock.core.database.DatabaseUrl url) {
    try (Database database = Fixture.open(url)) {
      database.history().prepare();
      database.wipe();
      assertThat(database.history().read().entries()).isEmpty();
      database.history().prepare();
      database.wipe();
    }
  }
}
