package io.liftlock.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.RowDigests.RowDigest;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresRowDigestsTest {

  private final ScratchDatabase scratch = ScratchServer.get().freshDatabase();
  private final Database database = Fixture.open(scratch.url());

  @AfterEach
  void close() {
    database.close();
  }

  private RowDigest digest(String table, String... columns) {
    return database.rows().digest(ObjectId.of(ObjectKind.TABLE, "public", table), List.of(columns));
  }

  @Test
  void theOrderOfRowsDoesNotCountTheirNumberDoes() {
    scratch.execute(
        """
        CREATE TABLE a AS SELECT i, 'n' || i AS t FROM generate_series(1, 1000) i;
        CREATE TABLE b AS SELECT i, 'n' || i AS t FROM generate_series(1000, 1, -1) i;
        CREATE TABLE twice AS TABLE a UNION ALL TABLE a;
        CREATE TABLE none AS TABLE a WITH NO DATA;
        CREATE TABLE swapped AS SELECT CASE WHEN i < 3 THEN 3 - i ELSE i END AS i, t FROM a;
        """);
    assertThat(digest("a", "i", "t")).isEqualTo(digest("b", "i", "t"));
    assertThat(digest("a", "i", "t").rows()).isEqualTo(1000);
    assertThat(digest("a", "t", "i").hash()).isNotEqualTo(digest("a", "i", "t").hash());
    assertThat(digest("twice", "i", "t").hash()).isNotEqualTo(digest("a", "i", "t").hash());
    assertThat(digest("none", "i", "t")).isEqualTo(new RowDigest(0, digest("none").hash()));
    assertThat(digest("swapped", "i")).isEqualTo(digest("a", "i"));
    assertThat(digest("swapped", "i", "t")).isNotEqualTo(digest("a", "i", "t"));
    assertThat(digest("a").rows()).isEqualTo(1000);
  }

  @Test
  void valuesThatLookAlikeAreToldApart() {
    String[] rows = {
      "(NULL, '')",
      "('', NULL)",
      "('', '')",
      "(NULL, NULL)",
      "('NULL', '')",
      "('a,b', 'c')",
      "('a', 'b,c')",
      "('\"', ' ')",
      "(' ', '\"')",
      "('\\', '\\\\')",
      "('\\\\', '\\')",
    };
    for (int i = 0; i < rows.length; i++) {
      scratch.execute(
          "CREATE TABLE r" + i + " (a text, b text); INSERT INTO r" + i + " VALUES " + rows[i]);
    }
    List<String> hashes =
        Stream.iterate(0, i -> i + 1)
            .limit(rows.length)
            .map(i -> digest("r" + i, "a", "b").hash())
            .toList();
    assertThat(hashes).doesNotHaveDuplicates();
  }

  @Test
  void everyTypeHasAHashThatNoSettingChanges() {
    scratch.execute(
        """
        CREATE TYPE mood AS ENUM ('fine', 'sad');
        CREATE TYPE pair AS (a int, b text);
        CREATE DOMAIN even AS int CHECK (VALUE % 2 = 0);
        CREATE TABLE "Odd ""näme"" !" (
          "a b" json, b xml, c point, d float8, e timestamptz, f interval, g bytea, h money, i mood,
          j pair, k even[], l regclass, m tsvector, n bit(3), o int4multirange, p inet,
          q numeric, r date, s jsonb, u "char", v circle, w uuid, x name, y regtype,
          z int GENERATED ALWAYS AS (1) STORED);
        INSERT INTO "Odd ""näme"" !" VALUES ('{"b": 1}', '<a/>', '(1,2)', 0.1::float8 + 0.2,
          '2026-01-01 10:00+00', '1 mon 2 days', '\\x00ff', 12.5, 'sad', '(1,"x, y")', '{2,4}',
          'pg_class', 'a b', '101', '{[1,3)}', '10.0.0.1', 'NaN', 'infinity', '{"z": null}', 'x',
          '<(1,2),3>', gen_random_uuid(), 'n', 'mood');
        """);
    String[] columns = "a b,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,u,v,w,x,y,z".split(",");
    RowDigest first = digest("Odd \"näme\" !", columns);
    assertThat(first.rows()).isEqualTo(1);
    scratch.execute("ALTER DATABASE " + scratch.name() + " SET bytea_output = 'escape'");
    scratch.execute("ALTER DATABASE " + scratch.name() + " SET IntervalStyle = 'iso_8601'");
    scratch.execute("ALTER DATABASE " + scratch.name() + " SET extra_float_digits = -5");
    scratch.execute("ALTER DATABASE " + scratch.name() + " SET search_path = pg_catalog");
    try (Database other = Fixture.open(scratch.url())) {
      ObjectId table = ObjectId.of(ObjectKind.TABLE, "public", "Odd \"näme\" !");
      assertThat(other.rows().digest(table, List.of(columns))).isEqualTo(first);
    }
    assertThat(scratch.value("SHOW IntervalStyle")).isEqualTo("iso_8601");
  }

  @Test
  void partitionsCountAndHeirsDoNot() {
    scratch.execute(
        """
        CREATE TABLE parts (a int) PARTITION BY RANGE (a);
        CREATE TABLE low PARTITION OF parts FOR VALUES FROM (0) TO (10) PARTITION BY LIST (a);
        CREATE TABLE one PARTITION OF low FOR VALUES IN (1);
        CREATE TABLE high PARTITION OF parts FOR VALUES FROM (10) TO (20);
        INSERT INTO parts VALUES (1), (11);
        CREATE TABLE parent (a int);
        CREATE TABLE heir () INHERITS (parent);
        INSERT INTO parent VALUES (1);
        INSERT INTO heir VALUES (1), (11);
        """);
    assertThat(digest("parts", "a")).isEqualTo(digest("heir", "a"));
    assertThat(digest("low", "a")).isEqualTo(digest("parent", "a"));
    assertThat(digest("parent", "a").rows()).isEqualTo(1);
  }

  @Test
  void rowsThatAPolicyHidesAreAnErrorAndNoSmallerNumber() {
    scratch.execute("CREATE TABLE t (a int); ALTER TABLE t ENABLE ROW LEVEL SECURITY");
    ScratchServer.Role role = scratch.createRole();
    scratch.execute("GRANT SELECT ON t TO " + role.name());
    ObjectId table = ObjectId.of(ObjectKind.TABLE, "public", "t");
    try (Database other = Fixture.open(scratch.url(role))) {
      assertThatThrownBy(() -> other.rows().digest(table, List.of("a")))
          .hasMessageContaining("the rows of public.t cannot be read")
          .hasMessageContaining("row-level security");
    }
    assertThatThrownBy(() -> digest("t", "b")).hasMessageContaining("column t.b does not exist");
  }
}
