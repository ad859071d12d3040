package io.liftlock.postgres.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Call;
import io.liftlock.core.syntax.ColumnName;
import io.liftlock.core.syntax.ConflictTarget;
import io.liftlock.core.syntax.CopyRows;
import io.liftlock.core.syntax.CreateTable;
import io.liftlock.core.syntax.Expression;
import io.liftlock.core.syntax.Persistence;
import io.liftlock.core.syntax.Query;
import io.liftlock.core.syntax.Write;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DataCommandsTest {

  private static Query query(String sql) {
    return Read.as(Query.class, sql);
  }

  private static Write write(String sql) {
    return Read.as(Write.class, sql);
  }

  private static RelationName table(String name) {
    return RelationName.of(name);
  }

  private static ColumnName column(String table, String column) {
    return new ColumnName(Optional.of(table(table)), column);
  }

  private static ColumnName column(String column) {
    return new ColumnName(Optional.empty(), column);
  }

  @Test
  void aQueryReadsEveryRelationOfFromAndOfSubqueries() {
    Query query =
        query(
            "SELECT a, (SELECT max(b) FROM u) FROM t JOIN app.v ON true, ONLY w,"
                + " LATERAL (SELECT 1 FROM x) l WHERE EXISTS (TABLE y) AND c IN (SELECT 1 FROM z)"
                + " UNION (SELECT 1 FROM \"A b\") EXCEPT VALUES (1)");

    assertThat(query.reads())
        .extracting(RelationName::toString)
        .containsExactlyInAnyOrder("u", "t", "app.v", "w", "x", "y", "z", "\"A b\"");
    assertThat(query.star()).isFalse();
    assertThat(query.limited()).isFalse();
    assertThat(query.locksRows()).isFalse();
    assertThat(query.calls()).containsExactly(new Call("max", 1));
  }

  @Test
  void functionsInFromAreCallsAndNoRelations() {
    Query query = query("SELECT * FROM generate_series(1, 2) g, unnest(a) WITH ORDINALITY u");

    assertThat(query.reads()).isEmpty();
    assertThat(query.calls()).extracting(Call::name).containsExactly("generate_series", "unnest");
  }

  @Test
  void namesOfWithAreNoRelations() {
    assertThat(query("WITH w AS (SELECT 1 FROM t), v AS (SELECT 1 FROM w) SELECT 1 FROM v").reads())
        .containsExactly(table("t"));
    assertThat(
            query("WITH RECURSIVE r AS (SELECT 1 UNION SELECT 1 FROM r) SELECT 1 FROM r").reads())
        .isEmpty();
    assertThat(query("SELECT 1 FROM (WITH w AS (SELECT 1) SELECT 1 FROM w) s, w").reads())
        .containsExactly(table("w"));
    assertThat(query("WITH w AS (SELECT 1) SELECT 1 FROM s.w").reads())
        .containsExactly(RelationName.of("s", "w"));
  }

  @Test
  void aTableMayHideBehindTheNameThatWithGivesIt() {
    assertThat(query("WITH users AS (SELECT 1 FROM users) SELECT 1 FROM users").reads())
        .containsExactly(table("users"));
  }

  @Test
  void writesInWithAreKept() {
    Query query =
        query(
            "WITH d AS (DELETE FROM a RETURNING *), i AS (INSERT INTO b SELECT 1 FROM d, c)"
                + " SELECT 1 FROM d");

    assertThat(query.reads()).isEmpty();
    assertThat(query.writes())
        .extracting(Write::kind)
        .containsExactly(Write.Kind.DELETE, Write.Kind.INSERT);
    assertThat(query.writes().get(1).source().orElseThrow().reads()).containsExactly(table("c"));
  }

  @Test
  void rowLocksStarsAndLimitsAreSeen() {
    assertThat(query("SELECT a FROM t FOR UPDATE OF t SKIP LOCKED").locksRows()).isTrue();
    assertThat(query("SELECT a FROM t FOR NO KEY UPDATE").locksRows()).isTrue();
    assertThat(query("SELECT a FROM (SELECT a FROM t FOR SHARE) s").locksRows()).isTrue();
    assertThat(query("SELECT * FROM t").star()).isTrue();
    assertThat(query("SELECT t.*, 1 FROM t").star()).isTrue();
    assertThat(query("TABLE t").star()).isTrue();
    assertThat(query("SELECT count(*) FROM t").star()).isFalse();
    assertThat(query("SELECT a * b FROM t").star()).isFalse();
    assertThat(query("SELECT 1 WHERE EXISTS (SELECT * FROM t)").star()).isFalse();
    assertThat(query("SELECT a FROM (SELECT * FROM t) s").star()).isTrue();
    assertThat(query("SELECT a FROM t LIMIT 1").limited()).isTrue();
    assertThat(query("SELECT a FROM t FETCH FIRST ROW ONLY").limited()).isTrue();
    assertThat(query("SELECT a FROM t LIMIT ALL").limited()).isFalse();
    assertThat(query("SELECT a FROM t WHERE b = (SELECT 1 LIMIT 1)").limited()).isFalse();
  }

  @Test
  void columnsOfConditionsJoinsAndSortsAreFilters() {
    Query query =
        query(
            "SELECT a, lower(b) AS low FROM orders o JOIN users u ON o.user_id = u.id"
                + " WHERE u.email = $1 AND state > 1 ORDER BY o.made, low, 1");

    assertThat(query.filters())
        .containsExactlyInAnyOrder(
            column("orders", "user_id"),
            column("users", "id"),
            column("users", "email"),
            column("state"),
            column("orders", "made"));
  }

  @Test
  void theOnlyRelationOwnsBareColumns() {
    assertThat(query("SELECT a FROM t WHERE b = 1 ORDER BY c").filters())
        .containsExactlyInAnyOrder(column("t", "b"), column("t", "c"));
    assertThat(query("SELECT a FROM t JOIN u USING (id)").filters())
        .containsExactlyInAnyOrder(column("t", "id"), column("u", "id"));
    assertThat(
            query("SELECT a FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.x = t.y AND z)").filters())
        .containsExactlyInAnyOrder(column("u", "x"), column("t", "y"), column("z"));
  }

  @Test
  void anInsertSaysItsColumnsAndWhatFeedsIt() {
    Write plain = write("INSERT INTO s.t (a, \"B\") VALUES (1, 'x'), (2, DEFAULT)");
    assertThat(plain.kind()).isEqualTo(Write.Kind.INSERT);
    assertThat(plain.table()).isEqualTo(RelationName.of("s", "t"));
    assertThat(plain.columns()).containsExactly("a", "B");
    assertThat(plain.source()).isEmpty();
    assertThat(plain.conflict()).isEmpty();

    assertThat(write("INSERT INTO t DEFAULT VALUES").source()).isEmpty();
    assertThat(write("INSERT INTO t VALUES (nextval('s'))").source().orElseThrow().calls())
        .containsExactly(new Call("nextval", 1));
    Write fed = write("INSERT INTO t SELECT * FROM u WHERE v = 1 LIMIT 5");
    assertThat(fed.source().orElseThrow().reads()).containsExactly(table("u"));
    assertThat(fed.source().orElseThrow().limited()).isTrue();
  }

  @Test
  void theTargetOfOnConflictIsKept() {
    assertThat(write("INSERT INTO t VALUES (1) ON CONFLICT (a, b) DO NOTHING").conflict())
        .contains(new ConflictTarget(List.of("a", "b"), Optional.empty()));
    assertThat(write("INSERT INTO t VALUES (1) ON CONFLICT ON CONSTRAINT k DO NOTHING").conflict())
        .contains(new ConflictTarget(List.of(), Optional.of("k")));
    assertThat(write("INSERT INTO t VALUES (1) ON CONFLICT DO NOTHING").conflict())
        .contains(new ConflictTarget(List.of(), Optional.empty()));
    assertThat(
            write("INSERT INTO t VALUES (1) ON CONFLICT (a) DO UPDATE SET b = (SELECT 1 FROM u)")
                .source()
                .orElseThrow()
                .reads())
        .containsExactly(table("u"));
  }

  @Test
  void anUpdateSaysWhatItSetsAndWhere() {
    Write all = write("UPDATE t SET a = 1, (b, c) = (now(), DEFAULT)");
    assertThat(all.kind()).isEqualTo(Write.Kind.UPDATE);
    assertThat(all.where()).isEmpty();
    assertThat(all.source()).isEmpty();
    assertThat(all.assignments()).containsOnlyKeys("a", "b", "c");
    assertThat(all.assignments().get("b")).extracting(Expression::text).isEqualTo("now()");
    assertThat(all.assignments().get("c")).extracting(Expression::text).isEqualTo("DEFAULT");

    Write some =
        write("WITH w AS (SELECT 1 FROM x) UPDATE t AS z SET a = u.b FROM u, w WHERE u.id = z.id");
    assertThat(some.where().orElseThrow().columns()).containsExactly("id");
    assertThat(some.source().orElseThrow().reads())
        .containsExactlyInAnyOrder(table("u"), table("x"));
    assertThat(some.source().orElseThrow().filters())
        .containsExactlyInAnyOrder(column("u", "id"), column("t", "id"));
    assertThat(write("UPDATE t SET a = 1 WHERE CURRENT OF c").where()).isPresent();
  }

  @Test
  void aDeleteSaysWhere() {
    assertThat(write("DELETE FROM t").where()).isEmpty();
    assertThat(write("DELETE FROM t WHERE a = 1").source()).isEmpty();
    assertThat(write("DELETE FROM t USING u WHERE t.a = u.a").source().orElseThrow().reads())
        .containsExactly(table("u"));
    assertThat(
            write("DELETE FROM t WHERE a IN (SELECT b FROM u LIMIT 10)")
                .source()
                .orElseThrow()
                .reads())
        .containsExactly(table("u"));
  }

  @Test
  void aMergeSaysItsSourceAndItsUpdates() {
    Write merge =
        write(
            "MERGE INTO t USING (SELECT 1 FROM u) s ON t.id = s.id WHEN MATCHED THEN UPDATE SET a ="
                + " 2 WHEN NOT MATCHED THEN INSERT VALUES (1)");

    assertThat(merge.kind()).isEqualTo(Write.Kind.MERGE);
    assertThat(merge.assignments()).containsOnlyKeys("a");
    assertThat(merge.source().orElseThrow().reads()).containsExactly(table("u"));
  }

  @Test
  void selectIntoMakesATable() {
    CreateTable made = Read.as(CreateTable.class, "SELECT * INTO TEMP n FROM t WHERE a = 1");

    assertThat(made.name()).isEqualTo(table("n"));
    assertThat(made.persistence()).isEqualTo(Persistence.TEMPORARY);
    assertThat(made.query().orElseThrow().reads()).containsExactly(table("t"));
  }

  @Test
  void copyKnowsItsDirection() {
    assertThat(Read.command("COPY t (a) FROM STDIN WITH (FORMAT csv)"))
        .isEqualTo(new CopyRows(Optional.of(table("t")), true, false));
    assertThat(Read.command("COPY s.t FROM PROGRAM 'cat'"))
        .isEqualTo(new CopyRows(Optional.of(RelationName.of("s", "t")), true, true));
    assertThat(Read.command("COPY t FROM '/tmp/x'"))
        .isEqualTo(new CopyRows(Optional.of(table("t")), true, true));
    assertThat(Read.command("COPY (SELECT 1) TO STDOUT"))
        .isEqualTo(new CopyRows(Optional.empty(), false, false));
  }
}
