package io.liftlock.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.Work;
import io.liftlock.core.migration.History;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EveryChangeShowsTest {

  private final ScratchDatabase scratch = ScratchServer.get().freshDatabase();

  @Test
  void liftlocksOwnObjectsDoNotCount() throws Exception {
    try (Database database = Fixture.open(scratch.url())) {
      String before = database.inspector().inspect().fingerprint();
      database.history().prepare();
      assertThat(database.inspector().inspect().fingerprint()).isEqualTo(before);
      database
          .session()
          .atomically(List.of(new Work.Append(Fixture.entry("001", History.GENESIS))));
      assertThat(database.inspector().inspect().fingerprint()).isEqualTo(before);
    }
  }

  @Test
  void everyChangeShows() {
    Set<String> seen = new HashSet<>();
    try (Database database = Fixture.open(scratch.url())) {
      seen.add(database.inspector().inspect().fingerprint());
      for (String sql :
          List.of(
              "CREATE TABLE t (a int)",
              "ALTER TABLE t ADD b text DEFAULT 'x'",
              "ALTER TABLE t ALTER b SET NOT NULL",
              "ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID",
              "ALTER TABLE t VALIDATE CONSTRAINT c",
              "CREATE INDEX i ON t (a)",
              "ALTER TABLE t ENABLE ROW LEVEL SECURITY",
              "CREATE POLICY p ON t USING (a = 1)",
              "CREATE VIEW v AS SELECT a FROM t",
              "CREATE OR REPLACE VIEW v AS SELECT a FROM t WHERE a > 1",
              "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
              "CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 2'",
              "CREATE TYPE e AS ENUM ('a')",
              "ALTER TYPE e ADD VALUE 'b'",
              "GRANT SELECT ON t TO PUBLIC",
              "CREATE SCHEMA s",
              "CREATE SEQUENCE s.q",
              "CREATE EXTENSION pgcrypto")) {
        scratch.execute(sql);
        assertThat(seen.add(database.inspector().inspect().fingerprint())).as(sql).isTrue();
        assertThat(seen).contains(database.inspector().inspect().fingerprint());
      }
      scratch.execute("INSERT INTO t VALUES (2)");
      assertThat(seen).contains(database.inspector().inspect().fingerprint());
      assertThat(database.session().deadlockTimeout()).isEqualTo(Duration.ofSeconds(1));
    }
  }

  @Test
  void anOrdinaryRoleReadsIt() {
    ScratchServer.Role role = scratch.createRole();
    scratch.execute("CREATE TABLE t (a int)");
    try (Database one = Fixture.open(scratch.url());
        Database two = Fixture.open(scratch.url(role))) {
      // From then on it is known whose database it is, whoever looks.
      one.history().prepare();
      assertThat(two.inspector().inspect().fingerprint())
          .isEqualTo(one.inspector().inspect().fingerprint());
    }
  }

  @Test
  void aTableOfThatNameThatIsNotOursIsAnObjectLikeAnyOther() {
    scratch.execute("CREATE TABLE schema_version (version int, migration_name text)");
    try (Database database = Fixture.open(scratch.url())) {
      assertThat(
              database
                  .inspector()
                  .inspect()
                  .has(ObjectId.of(ObjectKind.TABLE, "public", "schema_version")))
          .isTrue();
    }
  }
}
