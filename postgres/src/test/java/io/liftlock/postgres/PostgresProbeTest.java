package io.liftlock.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.Evidence;
import io.liftlock.core.database.Evidence.Verdict;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresProbeTest {

  private final ScratchDatabase scratch = ScratchServer.get().freshDatabase();
  private final Database database = Fixture.open(scratch.url());

  @AfterEach
  void close() {
    database.close();
  }

  private Evidence probe(String sql) {
    return database.probe().probe(Fixture.statement(sql));
  }

  private void base() {
    scratch.execute(
        """
        CREATE SCHEMA app;
        CREATE TABLE t (a int, b text, "Odd name" int);
        CREATE TABLE app.u (a int PRIMARY KEY);
        ALTER TABLE t ADD CONSTRAINT later CHECK (a > 0) NOT VALID;
        CREATE TYPE mood AS ENUM ('sad');
        CREATE TABLE p (a int) PARTITION BY LIST (a);
        CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
        CREATE VIEW v AS SELECT 1 AS x;
        """);
  }

  /** Before it ran it is not done, after it ran it is, whatever the statement. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE INDEX CONCURRENTLY i ON t (a)",
        "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS \"I x\" ON ONLY app.u USING btree (a)",
        "CREATE TABLE n (a int)",
        "CREATE TABLE IF NOT EXISTS app.\"N\" (a int)",
        "CREATE MATERIALIZED VIEW m AS SELECT 1 AS x",
        "CREATE VIEW app.w AS SELECT 1 AS x",
        "CREATE SEQUENCE s",
        "CREATE TYPE kind AS ENUM ('a')",
        "CREATE DOMAIN app.d AS int",
        "CREATE SCHEMA other",
        "CREATE EXTENSION IF NOT EXISTS pgcrypto",
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE POLICY own ON t USING (a = 1)",
        "CREATE TRIGGER tr BEFORE UPDATE ON t EXECUTE FUNCTION"
            + " suppress_redundant_updates_trigger()",
        "CREATE RULE r AS ON DELETE TO t DO INSTEAD NOTHING",
        "CREATE PUBLICATION pub FOR TABLE t",
        "ALTER TABLE t ADD COLUMN c int DEFAULT 1",
        "ALTER TABLE IF EXISTS ONLY public.t ADD IF NOT EXISTS \"C c\" numeric(10, 2), ADD e int",
        "ALTER TABLE t DROP COLUMN b",
        "ALTER TABLE t ADD CONSTRAINT k CHECK (a IN (1, 2))",
        "ALTER TABLE t DROP CONSTRAINT IF EXISTS later",
        "ALTER TABLE t VALIDATE CONSTRAINT later",
        "ALTER TABLE t ADD PRIMARY KEY (a)",
        "ALTER TABLE t ALTER COLUMN a SET NOT NULL",
        "ALTER TABLE t ENABLE ROW LEVEL SECURITY",
        "ALTER TABLE t FORCE ROW LEVEL SECURITY",
        "ALTER TABLE t RENAME TO t2",
        "ALTER TABLE t RENAME COLUMN \"Odd name\" TO even",
        "ALTER TABLE t RENAME a TO z",
        "ALTER TABLE t RENAME CONSTRAINT later TO sooner",
        "ALTER TYPE mood ADD VALUE IF NOT EXISTS 'it''s ok' BEFORE 'sad'",
        "ALTER TYPE mood RENAME VALUE 'sad' TO 'glad'",
        "ALTER TABLE p DETACH PARTITION p1",
        "ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY",
        "DROP TABLE t",
        "DROP TABLE IF EXISTS app.u, t CASCADE",
        "DROP VIEW v",
        "DROP TYPE mood",
        "DROP INDEX CONCURRENTLY app.u_pkey2",
        "COMMENT ON TABLE app.u IS 'it''s'",
        "COMMENT ON COLUMN t.\"Odd name\" IS 'odd'",
        """
        DO $$ BEGIN
          IF NOT EXISTS (SELECT 1 FROM information_schema.columns
                          WHERE table_name = 't' AND column_name = 'guarded') THEN
            ALTER TABLE t ADD COLUMN guarded text;
          END IF;
        END $$
        """,
        """
        DO $$ BEGIN CREATE TYPE guarded AS ENUM ('x', 'y');
        EXCEPTION WHEN duplicate_object THEN NULL; END $$
        """
      })
  void tellsBeforeFromAfter(String sql) {
    base();
    scratch.execute("CREATE INDEX u_pkey2 ON app.u (a)");
    assertThat(probe(sql)).extracting(Evidence::verdict).isEqualTo(Verdict.NOT_DONE);
    scratch.execute(sql);
    assertThat(probe(sql)).extracting(Evidence::verdict).isEqualTo(Verdict.DONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO t VALUES (1)",
        "UPDATE t SET a = 1",
        "SELECT 1",
        "GRANT SELECT ON t TO PUBLIC",
        "CREATE INDEX ON t (a)",
        "CREATE OR REPLACE VIEW v AS SELECT 2 AS x",
        "ALTER TABLE t ALTER COLUMN a TYPE bigint",
        "ALTER TABLE t ADD COLUMN a int, ADD COLUMN q int",
        "DO $$ BEGIN UPDATE t SET a = 1; END $$",
        "CALL something()"
      })
  void saysWhenItCannotTell(String sql) {
    base();
    assertThat(probe(sql).verdict()).isEqualTo(Verdict.CANNOT_TELL);
  }

  @Test
  void whatTheSearchPathHidesIsNotCalledMissing() {
    base();
    assertThat(probe("CREATE TABLE u (a int)").verdict()).isEqualTo(Verdict.CANNOT_TELL);
    assertThat(probe("DROP TABLE u").verdict()).isEqualTo(Verdict.CANNOT_TELL);
    assertThat(probe("CREATE INDEX CONCURRENTLY x ON u (a)").verdict())
        .isEqualTo(Verdict.CANNOT_TELL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"VACUUM t", "ANALYZE", "CLUSTER", "ALTER SYSTEM SET work_mem = '5MB'"})
  void whatCanBeRunAgainIsNotDone(String sql) {
    assertThat(probe(sql).verdict()).isEqualTo(Verdict.NOT_DONE);
  }

  @Test
  void aHalfBuiltIndexIsDroppedBeforeItIsBuiltAgain() throws Exception {
    base();
    scratch.execute("INSERT INTO t VALUES (7), (7)");
    String build = "CREATE UNIQUE INDEX CONCURRENTLY twice ON t (a)";
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> scratch.execute(build)))
        .isNotNull();
    Evidence evidence = probe(build);
    assertThat(evidence.verdict()).isEqualTo(Verdict.HALF_DONE);
    assertThat(evidence.cleanUp())
        .containsExactly("DROP INDEX CONCURRENTLY IF EXISTS public.twice");
    assertThat(probe("CREATE UNIQUE INDEX CONCURRENTLY ON t (a)").verdict())
        .isEqualTo(Verdict.HALF_DONE);
    for (String sql : evidence.cleanUp()) {
      database.session().run(Fixture.step(sql));
    }
    assertThat(probe(build).verdict()).isEqualTo(Verdict.NOT_DONE);
  }

  @Test
  void whatAConcurrentReindexLeftBehindIsDropped() throws Exception {
    base();
    scratch.execute("INSERT INTO t SELECT 7 FROM generate_series(1, 2)");
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> scratch.execute("CREATE UNIQUE INDEX CONCURRENTLY twice ON t (a)")))
        .isNotNull();
    // A REINDEX of what cannot be unique fails and leaves its new index behind.
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> scratch.execute("REINDEX INDEX CONCURRENTLY twice")))
        .isNotNull();
    Evidence evidence = probe("REINDEX INDEX CONCURRENTLY twice");
    assertThat(evidence.verdict()).isEqualTo(Verdict.HALF_DONE);
    assertThat(evidence.cleanUp())
        .containsExactly("DROP INDEX CONCURRENTLY IF EXISTS public.twice_ccnew");
    for (String sql : evidence.cleanUp()) {
      database.session().run(Fixture.step(sql));
    }
    assertThat(probe("REINDEX (VERBOSE) TABLE CONCURRENTLY t").verdict())
        .isEqualTo(Verdict.NOT_DONE);
  }

  @Test
  void aPendingDetachIsFinished() throws Exception {
    base();
    try (var reader = scratch.connect();
        var detaching = scratch.connect()) {
      reader.setAutoCommit(false);
      reader.createStatement().executeQuery("SELECT * FROM p").close();
      detaching.createStatement().execute("SET lock_timeout = '50ms'");
      assertThat(
              org.assertj.core.api.Assertions.catchThrowable(
                  () ->
                      detaching
                          .createStatement()
                          .execute("ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY")))
          .isNotNull();
      reader.rollback();
    }
    Evidence evidence = probe("ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY");
    assertThat(evidence.verdict()).isEqualTo(Verdict.HALF_DONE);
    for (String sql : evidence.cleanUp()) {
      database.session().run(Fixture.step(sql));
    }
    assertThat(probe("ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY").verdict())
        .isEqualTo(Verdict.DONE);
  }
}
