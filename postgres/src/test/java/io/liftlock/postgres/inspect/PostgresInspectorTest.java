package io.liftlock.postgres.inspect;

import static io.liftlock.core.schema.ObjectKind.COLUMN;
import static io.liftlock.core.schema.ObjectKind.CONSTRAINT;
import static io.liftlock.core.schema.ObjectKind.ENUM;
import static io.liftlock.core.schema.ObjectKind.INDEX;
import static io.liftlock.core.schema.ObjectKind.SEQUENCE;
import static io.liftlock.core.schema.ObjectKind.TABLE;
import static io.liftlock.core.schema.ObjectKind.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PostgresInspectorTest {

  /** Every kind that the readers of relations and types know, alike on every major. */
  private static final String RICH =
      """
      CREATE SCHEMA shop;
      CREATE TYPE shop.mood AS ENUM ('sad', 'happy');
      CREATE DOMAIN shop.code AS text CONSTRAINT short CHECK (length(VALUE) < 9);
      CREATE TYPE shop.pair AS (x int, y shop.mood[]);
      CREATE TYPE shop.span AS RANGE (subtype = float8);
      CREATE SEQUENCE shop.numbers START WITH 5;
      CREATE TABLE shop.item (
        id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        number bigint NOT NULL DEFAULT nextval('shop.numbers') UNIQUE,
        code shop.code, mood shop.mood DEFAULT 'sad', pair shop.pair, spans shop.span[],
        upper text GENERATED ALWAYS AS (upper(code)) STORED,
        parent int CONSTRAINT parent REFERENCES shop.item ON DELETE CASCADE,
        CONSTRAINT number_ok CHECK (number > 0));
      CREATE UNIQUE INDEX item_code ON shop.item (lower(code), mood) WHERE parent IS NULL;
      CREATE TABLE shop.event (at timestamptz NOT NULL, item int REFERENCES shop.item)
        PARTITION BY RANGE (at);
      CREATE INDEX event_item ON shop.event (item);
      CREATE TABLE shop.event_2026 PARTITION OF shop.event
        FOR VALUES FROM ('2026-01-01 00:00:00+00') TO ('2027-01-01 00:00:00+00');
      CREATE TABLE shop.child (more text) INHERITS (shop.item);
      CREATE VIEW shop.happy AS SELECT i.id, i.code FROM shop.item i WHERE i.mood = 'happy';
      CREATE MATERIALIZED VIEW shop.counted AS SELECT count(*) AS n FROM shop.happy;
      CREATE UNIQUE INDEX counted_n ON shop.counted (n);
      """;

  private final ScratchDatabase scratch = ScratchServer.get().freshDatabase();

  @Test
  void namesThatNeedQuoting() {
    String odd = "Ä \"q\".'s'\n\\{,}$1";
    String quoted = '"' + odd.replace("\"", "\"\"") + '"';
    String longest = "é".repeat(31) + "x";
    scratch.execute(
        """
        CREATE SCHEMA %1$s;
        CREATE TYPE %1$s.%1$s AS ENUM ('a');
        CREATE TABLE %1$s."t%2$s" (%1$s %1$s.%1$s DEFAULT 'a', "%3$s" int UNIQUE);
        CREATE TABLE %1$s."%3$s" (%1$s int,
          CONSTRAINT %1$s FOREIGN KEY (%1$s) REFERENCES %1$s."t%2$s" ("%3$s"));
        CREATE INDEX "i%2$s" ON %1$s."%3$s" (%1$s);
        CREATE VIEW %1$s."select" AS SELECT %1$s FROM %1$s."t%2$s";
        """
            .formatted(quoted, odd.replace("\"", "\"\""), longest));
    Inspected read = Inspected.of(scratch);
    assertThat(read.has(ENUM, odd, odd)).isTrue();
    assertThat(read.has(COLUMN, odd, "t" + odd, odd)).isTrue();
    assertThat(read.list(Property.COLUMNS, CONSTRAINT, odd, longest, odd)).containsExactly(odd);
    assertThat(read.list(Property.REFERENCED_COLUMNS, CONSTRAINT, odd, longest, odd))
        .containsExactly(longest);
    assertThat(read.text(Property.REFERENCES, CONSTRAINT, odd, longest, odd))
        .isEqualTo(quoted + ".\"t" + quoted.substring(1));
    assertThat(read.list(Property.COLUMNS, INDEX, odd, longest, "i" + odd)).containsExactly(odd);
    assertThat(read.has(VIEW, odd, "select")).isTrue();
    assertThat(read.get(COLUMN, odd, "t" + odd, odd).uses())
        .containsExactly(read.get(ENUM, odd, odd).id());
    assertThat(read.get(VIEW, odd, "select").uses())
        .containsExactly(read.get(COLUMN, odd, "t" + odd, odd).id());
  }

  @Test
  void equalNamesInManySchemas() {
    for (String schema : List.of("one", "two", "three")) {
      scratch.execute(
          """
          CREATE SCHEMA %1$s;
          CREATE TYPE %1$s.kind AS ENUM ('%1$s');
          CREATE TABLE %1$s.t (id serial PRIMARY KEY, k %1$s.kind);
          CREATE INDEX t_k ON %1$s.t (k);
          CREATE VIEW %1$s.v AS SELECT k FROM %1$s.t;
          """
              .formatted(schema));
    }
    Inspected read = Inspected.of(scratch);
    assertThat(read.names(TABLE)).containsExactly("one.t", "three.t", "two.t");
    assertThat(read.list(Property.VALUES, ENUM, "two", "kind")).containsExactly("two");
    assertThat(read.text(Property.TYPE, COLUMN, "two", "t", "k")).isEqualTo("two.kind");
    assertThat(read.uses(VIEW, "two", "v")).containsExactly("column two.t.k");
    assertThat(read.text(Property.OWNED_BY, SEQUENCE, "two", "t_id_seq")).isEqualTo("two.t.id");
  }

  @Test
  void temporaryTablesNeverAppear() throws Exception {
    try (var connection = scratch.connect();
        var statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TEMP TABLE gone (id serial PRIMARY KEY, e text);
          CREATE TEMP VIEW too AS SELECT id FROM gone;
          """);
      Inspected read = Inspected.of(scratch);
      assertThat(read.names(TABLE)).isEmpty();
      assertThat(read.names(VIEW)).isEmpty();
      assertThat(read.names(SEQUENCE)).isEmpty();
      assertThat(read.names(COLUMN)).isEmpty();
    }
  }

  @Test
  void aRoleWithoutRightsReadsTheSame() {
    scratch.execute(RICH);
    ScratchServer.Role role = scratch.createRole();
    Schema all = Inspected.of(scratch).schema();
    Schema seen = Inspected.of(scratch.url(role)).schema();
    assertThat(essence(seen)).isEqualTo(essence(all));
  }

  @Test
  void readingTwiceGivesOneFingerprint() {
    scratch.execute(RICH);
    assertThat(Inspected.of(scratch).schema().fingerprint())
        .isEqualTo(Inspected.of(scratch).schema().fingerprint());
  }

  @Test
  void settingsOfTheSessionChangeNothing() {
    scratch.execute(
        """
        CREATE TABLE t (a timestamptz DEFAULT '2026-01-01 12:00+00', b interval DEFAULT '1 day 2h',
          c float8 DEFAULT 0.1::float8 + 0.2, d bytea DEFAULT '\\x00ff', e text DEFAULT 'a\\b',
          f date DEFAULT '2026-02-03', g money DEFAULT 12.5::money) PARTITION BY RANGE (a);
        CREATE TABLE t1 PARTITION OF t FOR VALUES FROM ('2026-01-01 00:00+00') TO ('2027-01-01');
        CREATE VIEW v AS SELECT 'x\\y'::text AS x, '2026-01-01 12:00+00'::timestamptz AS at FROM t;
        """);
    Schema before = Inspected.of(scratch).schema();
    for (String setting :
        List.of(
            "datestyle = 'German'",
            "intervalstyle = 'sql_standard'",
            "extra_float_digits = -10",
            "bytea_output = 'escape'",
            "standard_conforming_strings = off",
            "quote_all_identifiers = on")) {
      scratch.execute("ALTER DATABASE " + scratch.name() + " SET " + setting);
    }
    TimeZone zone = TimeZone.getDefault();
    try {
      // The driver gives the server this machine's.
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
      assertThat(Inspected.of(scratch).schema().objects()).isEqualTo(before.objects());
    } finally {
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void everythingThatIsUsedIsThere() {
    scratch.execute(RICH);
    Schema schema = Inspected.of(scratch).schema();
    for (SchemaObject object : schema.objects().values()) {
      assertThat(schema.objects().keySet()).as("%s", object.id()).containsAll(object.uses());
    }
    Inspected read = new Inspected(schema);
    assertThat(read.uses(COLUMN, "shop", "item", "number"))
        .containsExactly("sequence shop.numbers");
    assertThat(read.uses(COLUMN, "shop", "item", "spans")).containsExactly("range-type shop.span");
    assertThat(read.uses(CONSTRAINT, "shop", "item", "parent"))
        .containsExactly(
            "column shop.item.id", "column shop.item.parent", "constraint shop.item.item_pkey");
    assertThat(read.uses(TABLE, "shop", "child")).containsExactly("table shop.item");
    assertThat(read.uses(ObjectKind.MATERIALIZED_VIEW, "shop", "counted"))
        .containsExactly("view shop.happy");
  }

  @Test
  @Tag("majors")
  void everyMajorReadsAlike() {
    Map<String, Map<Property, List<String>>> newest = null;
    for (int major = 18; major >= 14; major--) {
      ScratchDatabase database = ScratchServer.of(major).freshDatabase();
      database.execute(RICH);
      Map<String, Map<Property, List<String>>> read = essence(Inspected.of(database).schema());
      assertThat(read).hasSizeGreaterThan(40);
      if (newest == null) {
        newest = read;
      }
      assertThat(read).as("PostgreSQL %d", major).isEqualTo(newest);
    }
  }

  /** What does not depend on who reads, nor on how a major prints a query. */
  private static Map<String, Map<Property, List<String>>> essence(Schema schema) {
    Set<Property> left =
        EnumSet.of(Property.OWNER, Property.GRANTS, Property.COMMENT, Property.VERSION);
    return schema.objects().values().stream()
        .collect(
            Collectors.toMap(
                object -> object.id().toString(),
                object ->
                    object.properties().entrySet().stream()
                        .filter(said -> !left.contains(said.getKey()))
                        .filter(
                            said -> said.getKey() != Property.DEFINITION || object.kind() != VIEW)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))));
  }
}
