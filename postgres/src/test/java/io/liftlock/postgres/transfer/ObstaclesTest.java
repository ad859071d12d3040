package io.liftlock.postgres.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liftlock.core.database.CopyLedger;
import io.liftlock.core.database.Database;
import io.liftlock.core.database.RowTarget;
import io.liftlock.core.database.TableWriter;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.transfer.ChunkRecord;
import io.liftlock.core.transfer.CopyRun;
import io.liftlock.core.transfer.Range;
import io.liftlock.core.transfer.Suspension;
import io.liftlock.core.transfer.SuspensionRecord;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObstaclesTest {

  private ScratchDatabase scratch = ScratchServer.get().freshDatabase();

  private ScratchServer.Role owner = scratch.createOwner();

  private void as(ScratchServer.Role role, String sql) {
    try (Connection connection = scratch.connect(role);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every table of the schema public that is no partition. */
  private List<ObjectId> tables() {
    String names =
        scratch.value(
            "SELECT string_agg(relname, ',' ORDER BY relname) FROM pg_class"
                + " WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace"
                + " AND NOT relispartition");
    return Arrays.stream(String.valueOf(names).split(",")).map(Loading::table).toList();
  }

  private static List<String> names(List<Suspension> suspensions) {
    return suspensions.stream().map(one -> one.table().name() + " " + one.name()).sorted().toList();
  }

  /**
   * Takes everything away, looks that nothing is left in the way but this, brings all back, and
   * looks that all is as it was.
   */
  private void prove(String schema, String... stays) {
    as(owner, schema);
    proveWhatIsThere(stays);
  }

  private void proveWhatIsThere(String... stays) {
    String before = CatalogDump.of(scratch);
    try (Database database = Loading.open(scratch.url(owner))) {
      String fingerprint = database.inspector().inspect().fingerprint();
      RowTarget target = database.rowTarget();
      CopyLedger ledger = target.ledger();
      ledger.begin(Loading.run("c1"), List.of());
      List<SuspensionRecord> away = ledger.suspend("c1", target.obstacles(tables()));
      assertThat(target.obstacles(tables())).isEmpty();
      assertThat(leftIndexesAndKeys()).isEqualTo(String.join(" ", stays));
      try (TableWriter writer = target.writer()) {
        away.stream()
            .sorted(Comparator.comparing(record -> record.suspension().kind()))
            .forEach(record -> writer.restore("c1", record, 32L << 20));
      }
      ledger.state("c1", CopyRun.State.DONE);
      assertThat(CatalogDump.of(scratch)).isEqualTo(before);
      assertThat(database.inspector().inspect().fingerprint()).isEqualTo(fingerprint);
    }
  }

  private String leftIndexesAndKeys() {
    String left =
        scratch.value(
            """
            SELECT string_agg(name, ' ' ORDER BY name) FROM (
              SELECT indexrelid::regclass::text FROM pg_index JOIN pg_class c ON c.oid = indrelid
               WHERE c.relnamespace = 'public'::regnamespace AND c.relkind <> 'm'
              UNION ALL
              SELECT conname FROM pg_constraint WHERE contype = 'f' AND conparentid = 0
                 AND connamespace = 'public'::regnamespace) x(name)
            """);
    return left == null ? "" : left;
  }

  @Test
  void indexesOfEveryKindWithTheirProperties() {
    prove(
        """
        CREATE TABLE "T a" (id int8 PRIMARY KEY, name text, "a b" int, c int, r int4range,
          UNIQUE (name) INCLUDE (c) WITH (fillfactor = 70),
          CONSTRAINT late UNIQUE ("a b") DEFERRABLE INITIALLY DEFERRED,
          CONSTRAINT "may be ""late"" now" UNIQUE (c, "a b") DEFERRABLE,
          CONSTRAINT apart EXCLUDE USING gist (r WITH &&) WITH (fillfactor = 60)
            WHERE (c > 5) DEFERRABLE INITIALLY DEFERRED);
        CREATE INDEX "it's" ON "T a" ((lower(name) || ' WHERE '), (c + 1) DESC NULLS LAST)
          WITH (fillfactor = 50) WHERE name <> ' WHERE ';
        CREATE UNIQUE INDEX "only some" ON "T a" (c) INCLUDE (id) WHERE "a b" IS NULL;
        CREATE INDEX hashed ON "T a" USING hash (name);
        CREATE INDEX brinned ON "T a" USING brin (c) WITH (pages_per_range = 32);
        CREATE INDEX pattern ON "T a" (name COLLATE "C" text_pattern_ops);
        ALTER INDEX "it's" ALTER COLUMN 2 SET STATISTICS 444;
        COMMENT ON INDEX "it's" IS 'it''s \\ a comment';
        COMMENT ON INDEX "T a_pkey" IS 'of the index';
        COMMENT ON CONSTRAINT "T a_pkey" ON "T a" IS 'of the constraint';
        COMMENT ON CONSTRAINT apart ON "T a" IS 'apart';
        ALTER TABLE "T a" CLUSTER ON pattern;
        CREATE TABLE ident (id int NOT NULL UNIQUE);
        ALTER TABLE ident REPLICA IDENTITY USING INDEX ident_id_key;
        ALTER TABLE ident CLUSTER ON ident_id_key;
        """);
  }

  @Test
  void newerKindsOfKeys() {
    if (Integer.getInteger("liftlock.test.major", 18) < 15) {
      return;
    }
    scratch.execute("CREATE EXTENSION btree_gist");
    prove("CREATE TABLE t (a int, UNIQUE NULLS NOT DISTINCT (a) WITH (fillfactor = 70))");
  }

  @Test
  void temporalKeysAndThoseThatAreNotEnforced() {
    scratch.execute("CREATE EXTENSION btree_gist");
    prove(
        """
        CREATE TABLE rooms (id int, at daterange,
          PRIMARY KEY (id, at WITHOUT OVERLAPS) WITH (fillfactor = 80));
        CREATE TABLE stays (id int PRIMARY KEY, room int, at daterange,
          FOREIGN KEY (room, PERIOD at) REFERENCES rooms (id, PERIOD at));
        CREATE TABLE notes (id int PRIMARY KEY, stay int REFERENCES stays NOT ENFORCED,
          other int REFERENCES stays ON DELETE CASCADE);
        CREATE TABLE parts (id int, note int REFERENCES notes, v int GENERATED ALWAYS AS (id + 1))
          PARTITION BY LIST (id);
        CREATE TABLE part PARTITION OF parts FOR VALUES IN (1);
        ALTER TABLE parts ADD CONSTRAINT late FOREIGN KEY (note) REFERENCES stays NOT VALID;
        """);
  }

  @Test
  void foreignKeysOfEveryKind() {
    prove(
        """
        CREATE TABLE a (id int PRIMARY KEY, x int, y int, UNIQUE (x, y));
        CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a ON DELETE SET NULL,
          parent int REFERENCES b DEFERRABLE INITIALLY DEFERRED, x int, y int,
          CONSTRAINT "two ""of"" them" FOREIGN KEY (x, y) REFERENCES a (x, y) MATCH FULL
            ON UPDATE CASCADE DEFERRABLE);
        ALTER TABLE a ADD COLUMN b int;
        ALTER TABLE a ADD CONSTRAINT cycle FOREIGN KEY (b) REFERENCES b NOT VALID;
        COMMENT ON CONSTRAINT cycle ON a IS 'it''s round';
        """);
  }

  @Test
  void partitionsGoAndComeBackWithTheirOwnNames() {
    prove(
        """
        CREATE TABLE people (id int PRIMARY KEY);
        CREATE TABLE events (id int, at date, who int REFERENCES people, note text, u int,
          PRIMARY KEY (id, at) INCLUDE (note) WITH (fillfactor = 90),
          CONSTRAINT ev_u UNIQUE (u, at) DEFERRABLE) PARTITION BY RANGE (at);
        CREATE TABLE y25 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
        CREATE TABLE y26 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')
          PARTITION BY LIST (at);
        CREATE TABLE y26rest PARTITION OF y26 DEFAULT;
        CREATE INDEX ev_note ON events (note) WITH (fillfactor = 77);
        CREATE INDEX y25_own ON y25 (who);
        ALTER INDEX y25_note_idx RENAME TO "y25 named";
        COMMENT ON INDEX "y25 named" IS 'mine';
        COMMENT ON INDEX ev_note IS 'all';
        COMMENT ON CONSTRAINT events_who_fkey ON y26rest IS 'a copy';
        COMMENT ON CONSTRAINT events_pkey ON events IS 'the key';
        ALTER TABLE y25 CLUSTER ON "y25 named";
        ALTER TABLE y26rest REPLICA IDENTITY USING INDEX y26rest_pkey;
        CREATE TABLE tickets (id int PRIMARY KEY, event int, at date,
          FOREIGN KEY (event, at) REFERENCES events);
        CREATE TABLE logs (event int, at date, n int,
          FOREIGN KEY (event, at) REFERENCES events (id, at) ON DELETE CASCADE) PARTITION BY LIST (n);
        CREATE TABLE logs1 PARTITION OF logs FOR VALUES IN (1);
        CREATE TABLE logs2 (n int, at date, event int);
        ALTER TABLE logs2 ADD CONSTRAINT own FOREIGN KEY (event, at) REFERENCES events (id, at)
          ON DELETE CASCADE;
        ALTER TABLE logs ATTACH PARTITION logs2 FOR VALUES IN (2);
        INSERT INTO people VALUES (1);
        INSERT INTO events VALUES (1, '2025-05-05', 1, 'x', 1), (2, '2026-05-05', 1, 'y', 2);
        INSERT INTO logs VALUES (1, '2025-05-05', 1), (2, '2026-05-05', 2);
        """);
  }

  @Test
  void whatCannotComeBackJustAsItWasStays() {
    scratch.execute("CREATE TABLE foreigners (id int PRIMARY KEY)");
    scratch.execute("GRANT SELECT, REFERENCES ON foreigners TO " + owner.name());
    as(
        owner,
        """
        CREATE TABLE grouped (id int PRIMARY KEY, n text UNIQUE);
        CREATE VIEW by_key AS SELECT id, n FROM grouped GROUP BY id;
        CREATE TABLE upserted (id int PRIMARY KEY);
        CREATE TABLE published (id int PRIMARY KEY, n int UNIQUE);
        CREATE TABLE silent (id int PRIMARY KEY);
        CREATE RULE upsert AS ON INSERT TO silent DO INSTEAD
          INSERT INTO upserted VALUES (1) ON CONFLICT ON CONSTRAINT upserted_pkey DO NOTHING;
        CREATE PUBLICATION p FOR TABLE published;
        CREATE PUBLICATION q FOR TABLE silent WITH (publish = 'insert');
        CREATE TABLE mine (id int PRIMARY KEY, f int REFERENCES foreigners);
        CREATE TABLE guarded (id int PRIMARY KEY, m int REFERENCES mine);
        CREATE TABLE broken (a int);
        INSERT INTO broken VALUES (1), (1);
        """);
    try (Connection connection = scratch.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE UNIQUE INDEX CONCURRENTLY broken_i ON broken (a)");
    } catch (SQLException e) {
      assertThat(e.getMessage()).contains("broken_i");
    }
    scratch.execute("ALTER TABLE guarded DISABLE TRIGGER ALL");
    scratch.execute("CREATE TABLE theirs (id int REFERENCES grouped)");
    proveWhatIsThere(
        "broken_i",
        "foreigners_pkey",
        "grouped_pkey",
        "guarded_m_fkey",
        "mine_pkey",
        "published_pkey",
        "theirs_id_fkey",
        "upserted_pkey");
  }

  @Test
  void aRoleThatMayNotCreateTakesNoIndexAway() {
    as(owner, "CREATE TABLE t (id int PRIMARY KEY, p int REFERENCES t); CREATE INDEX t_p ON t (p)");
    scratch.execute("ALTER SCHEMA public OWNER TO CURRENT_USER");
    scratch.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
    proveWhatIsThere("t_p", "t_pkey");
  }

  @Test
  void indexesComeBackIntoTheirTablespace() {
    String fast = "fast_" + scratch.name();
    try (Connection connection = scratch.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET allow_in_place_tablespaces = on");
      statement.execute("CREATE TABLESPACE " + fast + " LOCATION ''");
      statement.execute("GRANT CREATE ON TABLESPACE " + fast + " TO " + owner.name());
      statement.execute("CREATE TABLESPACE no" + fast + " LOCATION ''");
      statement.execute("GRANT CREATE ON TABLESPACE no" + fast + " TO " + owner.name());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    as(
        owner,
        """
        CREATE TABLE t (id int PRIMARY KEY USING INDEX TABLESPACE %1$s, a int, b int,
          EXCLUDE (b WITH =) USING INDEX TABLESPACE %1$s);
        CREATE INDEX t_a ON t (a) TABLESPACE %1$s WHERE a > 0;
        CREATE INDEX t_b ON t (b);
        CREATE TABLE u (id int PRIMARY KEY USING INDEX TABLESPACE no%1$s);
        CREATE TABLE p (a int PRIMARY KEY USING INDEX TABLESPACE %1$s) PARTITION BY LIST (a);
        CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
        """
            .formatted(fast));
    scratch.execute("REVOKE CREATE ON TABLESPACE no" + fast + " FROM " + owner.name());
    scratch.execute("ALTER ROLE " + owner.name() + " SET default_tablespace = " + fast);
    proveWhatIsThere("u_pkey");
  }

  @Test
  void triggersAndRulesComeBackInTheirOwnState() {
    prove(
        """
        CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
          'BEGIN RAISE EXCEPTION ''fired''; END';
        CREATE TABLE t (a int) PARTITION BY LIST (a);
        CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1);
        CREATE TABLE t2 PARTITION OF t FOR VALUES IN (2);
        CREATE TRIGGER origin AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION refuse();
        CREATE TRIGGER always BEFORE INSERT OR DELETE ON t EXECUTE FUNCTION refuse();
        CREATE TRIGGER replica BEFORE INSERT ON t EXECUTE FUNCTION refuse();
        CREATE TRIGGER off BEFORE TRUNCATE ON t EXECUTE FUNCTION refuse();
        CREATE TRIGGER "on ""update"" it" AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION refuse();
        CREATE CONSTRAINT TRIGGER late AFTER INSERT ON t1 DEFERRABLE INITIALLY DEFERRED
          FOR EACH ROW EXECUTE FUNCTION refuse();
        ALTER TABLE t ENABLE ALWAYS TRIGGER always;
        ALTER TABLE t ENABLE REPLICA TRIGGER replica;
        ALTER TABLE t DISABLE TRIGGER off;
        ALTER TABLE t2 DISABLE TRIGGER origin;
        CREATE TABLE ruled (a int);
        CREATE RULE never AS ON DELETE TO ruled DO INSTEAD NOTHING;
        ALTER TABLE ruled ENABLE ALWAYS RULE never;
        CREATE RULE other AS ON DELETE TO ruled DO ALSO NOTHING;
        ALTER TABLE ruled DISABLE RULE other;
        CREATE RULE ins AS ON INSERT TO ruled DO INSTEAD NOTHING;
        """);
  }

  @Test
  void triggersDoNotFireWhileRowsAreLoaded() {
    as(
        owner,
        """
        CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
          'BEGIN RAISE EXCEPTION ''fired''; END';
        CREATE TABLE t (a int PRIMARY KEY, b int REFERENCES t);
        CREATE TRIGGER r BEFORE INSERT OR DELETE ON t FOR EACH ROW EXECUTE FUNCTION refuse();
        CREATE TRIGGER s AFTER INSERT OR DELETE ON t EXECUTE FUNCTION refuse();
        CREATE TRIGGER u BEFORE TRUNCATE ON t EXECUTE FUNCTION refuse();
        CREATE RULE keep AS ON DELETE TO t DO INSTEAD NOTHING;
        """);
    ObjectId t = Loading.table("t");
    ChunkRecord chunk = Loading.planned(t, 0, new Range.All());
    try (Database database = Loading.open(scratch.url(owner));
        TableWriter writer = database.rowTarget().writer()) {
      CopyLedger ledger = database.rowTarget().ledger();
      ledger.begin(Loading.run("c1"), List.of(chunk));
      ledger.suspend("c1", database.rowTarget().obstacles(List.of(t)));
      Loading.copyLines(writer, "c1", Loading.text(t, null, "a", "b"), chunk, "1\t2", "2\t1");
      writer.empty("c1", List.of(t), List.of(t));
      Loading.copyLines(
          writer, "c1", Loading.text(t, new Range.All(), "a", "b"), chunk, "1\t2", "2\t1");
      Loading.copyLines(
          writer, "c1", Loading.text(t, new Range.All(), "a", "b"), chunk, "1\t2", "2\t1");
    }
    assertThat(scratch.value("SELECT count(*) FROM t")).isEqualTo("2");
  }

  @Test
  void aKeyThatTheRowsViolateNamesItselfAndNoValue() {
    as(
        owner,
        "CREATE TABLE t (a int CONSTRAINT mine PRIMARY KEY); CREATE TABLE u (a int REFERENCES t)");
    try (Database database = Loading.open(scratch.url(owner));
        TableWriter writer = database.rowTarget().writer()) {
      RowTarget target = database.rowTarget();
      target.ledger().begin(Loading.run("c1"), List.of());
      List<SuspensionRecord> away = target.ledger().suspend("c1", target.obstacles(tables()));
      as(owner, "INSERT INTO t VALUES (4711), (4711); INSERT INTO u VALUES (4712)");
      SuspensionRecord index = away.get(1);
      assertThatThrownBy(() -> writer.restore("c1", index, 0))
          .hasMessageContaining("mine cannot be brought back on public.t")
          .hasMessageNotContaining("4711");
      as(owner, "DELETE FROM t WHERE ctid = '(0,1)'");
      writer.restore("c1", index, 0);
      assertThatThrownBy(() -> writer.restore("c1", away.get(0), 0))
          .hasMessageContaining("u_a_fkey cannot be brought back on public.u")
          .hasMessageNotContaining("4712");
      as(owner, "DELETE FROM u");
      SuspensionRecord stale = away.get(0);
      writer.restore("c1", stale, 0);
      assertThat(leftIndexesAndKeys()).isEqualTo("mine u_a_fkey");
      assertThat(target.ledger().unfinished().orElseThrow().suspensions())
          .allMatch(SuspensionRecord::isRestored);
    }
  }

  @Test
  void aDeadlockIsNoEnd() throws Exception {
    as(owner, "CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int REFERENCES a)");
    try (Database database = Loading.open(scratch.url(owner));
        TableWriter writer = database.rowTarget().writer();
        Connection other = scratch.connect();
        Statement statement = other.createStatement()) {
      RowTarget target = database.rowTarget();
      target.ledger().begin(Loading.run("c1"), List.of());
      SuspensionRecord key =
          target.ledger().suspend("c1", target.obstacles(tables())).stream()
              .filter(one -> one.suspension().kind() == Suspension.Kind.FOREIGN_KEY)
              .findFirst()
              .orElseThrow();
      as(owner, "ALTER TABLE a ADD PRIMARY KEY (id)");
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE a");
      Thread restoring = new Thread(() -> writer.restore("c1", key, 0));
      restoring.start();
      while (scratch.value("SELECT 1 FROM pg_locks WHERE NOT granted") == null) {
        Thread.onSpinWait();
      }
      // The restoration holds b and waits for a; it has waited for longer, so it is ended first.
      statement.execute("LOCK TABLE b");
      other.rollback();
      restoring.join();
      assertThat(leftIndexesAndKeys()).contains("b_id_fkey");
    }
  }

  @Test
  void whatMustComeBeforeIsSaid() {
    as(
        owner,
        """
        CREATE TABLE a (id int PRIMARY KEY, self int REFERENCES a);
        CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a) PARTITION BY LIST (id);
        CREATE TABLE b1 PARTITION OF b FOR VALUES IN (1);
        CREATE TABLE c (b int REFERENCES b1);
        """);
    try (Database database = Loading.open(scratch.url(owner))) {
      List<Suspension> keys =
          database.rowTarget().obstacles(List.of(Loading.table("a"), Loading.table("b"))).stream()
              .filter(one -> one.kind() == Suspension.Kind.FOREIGN_KEY)
              .toList();
      assertThat(names(keys)).containsExactly("a a_self_fkey", "b b_a_fkey", "c c_b_fkey");
      assertThat(keys)
          .extracting(Suspension::after)
          .containsExactlyInAnyOrder(
              List.of(),
              List.of(Loading.table("a")),
              List.of(ObjectId.of(ObjectKind.TABLE, "public", "b")));
    }
  }

  @Tag("majors")
  @ParameterizedTest
  @ValueSource(ints = {14, 15, 16, 17})
  void everyMajor(int major) {
    use(major);
    indexesOfEveryKindWithTheirProperties();
    use(major);
    foreignKeysOfEveryKind();
    use(major);
    partitionsGoAndComeBackWithTheirOwnNames();
    use(major);
    whatCannotComeBackJustAsItWasStays();
    use(major);
    triggersAndRulesComeBackInTheirOwnState();
    use(major);
    indexesComeBackIntoTheirTablespace();
    use(major);
    triggersDoNotFireWhileRowsAreLoaded();
  }

  private void use(int major) {
    scratch = ScratchServer.of(major).freshDatabase();
    owner = scratch.createOwner();
  }
}
