package io.liftlock.engine.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.report.SeedGap;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RowSeederOnPostgresTest {

  private ScratchDatabase scratch;
  private OpenDatabase open;

  @BeforeEach
  void begin() {
    scratch = ScratchServer.get().freshDatabase();
    open = new OpenDatabase(scratch.url());
  }

  @AfterEach
  void close() {
    open.close();
    scratch.drop();
  }

  private int count(String from) {
    return Integer.parseInt(scratch.value("SELECT count(*) FROM " + from));
  }

  /** Seeds and expects every table to be full. */
  private void fills(String ddl) {
    Seeding seeding = open.run(ddl).seed(4);
    assertThat(seeding.gaps()).isEmpty();
    Map<String, Integer> rows = new TreeMap<>();
    seeding.rows().forEach((table, count) -> rows.put(table.qualified(), count));
    assertThat(rows).isNotEmpty().allSatisfy((table, count) -> assertThat(count).isEqualTo(4));
  }

  @Test
  void fillsEveryBuiltInType() {
    fills(
        """
        CREATE TABLE numbers (a smallint, b integer, c bigint, d numeric, e numeric(5,2),
          f numeric(20,8), g real, h double precision, i money, j oid, k numeric(3,-2),
          l numeric(2,4), n smallserial, o bigserial);
        CREATE TABLE texts (a text, b varchar(3), c varchar(200), d char(2), e char, f name,
          g "char", h varchar, i bpchar);
        CREATE TABLE times (a date, b time, c timetz, d timestamp, e timestamptz(0), f interval,
          g interval year to month, h interval day to second(2), i time(3), j interval day);
        CREATE TABLE documents (a json, b jsonb, c jsonpath, d tsvector, e tsquery, f uuid,
          g bytea, h boolean);
        CREATE TABLE network (a inet, b cidr, c macaddr, d macaddr8);
        CREATE TABLE shapes (a point, b line, c lseg, d box, e path, f polygon, g circle);
        CREATE TABLE bits (a bit, b bit(5), c bit varying, d bit varying(3));
        CREATE TABLE ranges (a int4range, b int8range, c numrange, d daterange, e tsrange,
          f tstzrange, g int4multirange, h datemultirange);
        CREATE TABLE inner_things (a pg_lsn, b pg_snapshot, c txid_snapshot, d tid, e xid, f xid8,
          g cid, h regclass, i regtype, j regproc, k regprocedure, l regoperator, m regnamespace,
          n regrole, o regcollation, p regconfig, q regdictionary, r int2vector, s oidvector);
        CREATE TABLE arrays (a integer[], b text[][], c varchar(3)[], d numeric(5,2)[], e jsonb[],
          f timestamptz[], g bytea[], h int4range[], i uuid[] NOT NULL);
        """);
  }

  @Test
  void fillsTypesOfTheSchema() {
    fills(
        """
        CREATE SCHEMA "My Types";
        CREATE TYPE "My Types"."Mood" AS ENUM ('fine', 'so, so', 'it''s bad');
        CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
        CREATE DOMAIN code AS varchar(6) NOT NULL CHECK (VALUE ~ '^[A-Z]{3}-[0-9]{2}$');
        CREATE DOMAIN deep AS positive CHECK (VALUE < 100);
        CREATE TYPE address AS (street text, "house, number" integer, mood "My Types"."Mood");
        CREATE TYPE floats AS RANGE (subtype = double precision);
        CREATE TABLE "Odd "" Table" (id integer PRIMARY KEY, "select" "My Types"."Mood" NOT NULL,
          a positive NOT NULL, b code, c deep NOT NULL, d address NOT NULL, e address[],
          f floats NOT NULL, g "My Types"."Mood"[] NOT NULL, h positive[]);
        """);
    assertThat(count("\"Odd \"\" Table\" WHERE b IS NULL")).isZero();
  }

  @Test
  void keepsToChecks() {
    fills(
        """
        CREATE TABLE checked (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          amount numeric(10,2) NOT NULL CHECK (amount > 0 AND amount <= 100),
          percent integer NOT NULL CHECK (percent BETWEEN 0 AND 100),
          status varchar(20) NOT NULL CHECK (status IN ('open', 'closed', 'it''s over')),
          email text NOT NULL CHECK (email LIKE '_%@_%._%'),
          name text NOT NULL CHECK (name <> '' AND char_length(name) <= 12),
          slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
          country char(2) NOT NULL CHECK (country = upper(country) AND country ~ '^[A-Z]{2}$'),
          currency text NOT NULL CHECK (length(currency) = 3),
          starts date NOT NULL CHECK (starts >= '2020-01-01'),
          ends date CHECK (ends > starts),
          born date NOT NULL CHECK (born < CURRENT_DATE),
          due timestamptz NOT NULL CHECK (due > now() OR due < '1990-01-01'),
          phone text, mobile text, CHECK (phone IS NOT NULL OR mobile IS NOT NULL),
          paid_at timestamptz, payer text, CHECK ((paid_at IS NULL) = (payer IS NULL)),
          a_id integer, b_id integer, CHECK (num_nonnulls(a_id, b_id) = 1),
          settings jsonb NOT NULL CHECK (jsonb_typeof(settings) = 'object'),
          tags text[] NOT NULL CHECK (cardinality(tags) > 2),
          hash bytea NOT NULL CHECK (octet_length(hash) = 32),
          flag boolean NOT NULL CHECK (flag),
          lowered text NOT NULL CHECK (lowered = lower(lowered)),
          level text NOT NULL CHECK (level <> ALL (ARRAY['a', 'b'])),
          kind text NOT NULL, weight integer, CHECK (kind = 'heavy' AND weight > 1000
            OR kind = 'light' AND weight IS NULL),
          even integer NOT NULL CHECK (even % 2 = 0)
        );
        """);
  }

  @Test
  void followsForeignKeysAlsoInRings() {
    fills(
"""
CREATE TABLE tenants (id uuid PRIMARY KEY);
CREATE TABLE users (tenant_id uuid REFERENCES tenants, id integer, PRIMARY KEY (tenant_id, id));
CREATE TABLE posts (id bigserial PRIMARY KEY, tenant_id uuid NOT NULL,
  author_id integer NOT NULL, editor_id integer,
  FOREIGN KEY (tenant_id, author_id) REFERENCES users,
  FOREIGN KEY (tenant_id, editor_id) REFERENCES users);
CREATE TABLE profiles (user_id integer, tenant_id uuid, UNIQUE (tenant_id, user_id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES users);
CREATE TABLE employees (id integer PRIMARY KEY, boss integer REFERENCES employees,
  mentor integer NOT NULL REFERENCES employees);
CREATE TABLE hens (id integer PRIMARY KEY, egg integer);
CREATE TABLE eggs (id integer PRIMARY KEY, hen integer NOT NULL REFERENCES hens);
ALTER TABLE hens ADD FOREIGN KEY (egg) REFERENCES eggs;
CREATE TABLE this (id integer PRIMARY KEY, that integer NOT NULL);
CREATE TABLE that (id integer PRIMARY KEY,
  this integer NOT NULL REFERENCES this DEFERRABLE);
ALTER TABLE this ADD FOREIGN KEY (that) REFERENCES that DEFERRABLE;
""");
    assertThat(count("hens WHERE egg IS NOT NULL")).isEqualTo(3);
    assertThat(count("employees WHERE boss IS NOT NULL")).isPositive();
    assertThat(count("posts WHERE editor_id IS NOT NULL")).isPositive();
  }

  @Test
  void fillsPartitionsChildrenAndWhatExcludes() {
    fills(
        """
        CREATE TABLE events (id bigint, at timestamptz NOT NULL, PRIMARY KEY (id, at))
          PARTITION BY RANGE (at);
        CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
        CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2024-02-01') TO ('2024-03-01')
          PARTITION BY RANGE (id);
        CREATE TABLE events_2a PARTITION OF events_2 FOR VALUES FROM (10) TO (20);
        CREATE TABLE regions (region text, n integer) PARTITION BY LIST (region);
        CREATE TABLE regions_1 PARTITION OF regions FOR VALUES IN ('north', 'south');
        CREATE TABLE hashed (id uuid) PARTITION BY HASH (id);
        CREATE TABLE hashed_0 PARTITION OF hashed FOR VALUES WITH (modulus 2, remainder 0);
        CREATE TABLE parent (id integer PRIMARY KEY, t text);
        CREATE TABLE child (more text NOT NULL) INHERITS (parent);
        CREATE EXTENSION btree_gist;
        CREATE TABLE bookings (room integer NOT NULL, during tstzrange NOT NULL,
          EXCLUDE USING gist (room WITH =, during WITH &&));
        CREATE TABLE computed (a integer NOT NULL, b integer GENERATED ALWAYS AS (a * 2) STORED,
          c text NOT NULL DEFAULT 'usual', d timestamptz NOT NULL DEFAULT now());
        """);
    assertThat(count("events_1")).isEqualTo(2);
    assertThat(count("computed WHERE c = 'usual'")).isEqualTo(1);
  }

  @Test
  void writesNullsAndTextsThatAreEasilyBroken() {
    fills("CREATE TABLE t (id integer PRIMARY KEY, a text, b integer, c text NOT NULL)");
    assertThat(count("t WHERE a IS NULL")).isEqualTo(1);
    assertThat(count("t WHERE b IS NULL")).isEqualTo(1);
    assertThat(count("t WHERE c LIKE '%O''Hara \"née\"%東京%'")).isEqualTo(1);
  }

  @Test
  void givesTheSameRowsForTheSameRandomNumbers() {
    String ddl =
        "CREATE TABLE %s (id serial PRIMARY KEY, a text DEFAULT 'x', b uuid DEFAULT"
            + " gen_random_uuid(), c timestamptz DEFAULT now(), d text CHECK (d IN ('a', 'b')))";
    open.run(ddl.formatted("one")).seed(5);
    open.run(ddl.formatted("two"));
    var schema = open.schema();
    new RowSeeder(5, new Random(7))
        .seed(
            open.database,
            schema,
            schema.tables().stream()
                .map(table -> table.id())
                .filter(id -> id.name().equals("two"))
                .toList());
    assertThat(count("(TABLE one EXCEPT TABLE two) AS d")).isZero();
    assertThat(count("(TABLE two EXCEPT TABLE one) AS d")).isZero();
  }

  @Test
  void addsRowsToTablesThatHaveSome() {
    open.run(
        """
        CREATE TABLE roles (id serial PRIMARY KEY, name text UNIQUE NOT NULL);
        INSERT INTO roles (name) VALUES ('admin'), ('guest');
        """);
    RowSeeder seeder = new RowSeeder(3, new Random(7));
    var schema = open.schema();
    var tables = schema.tables().stream().map(table -> table.id()).toList();
    assertThat(seeder.seed(open.database, schema, tables).gaps()).isEmpty();
    assertThat(seeder.seed(open.database, schema, tables).gaps()).isEmpty();
    open.run("INSERT INTO roles (name) VALUES ('late')");
    assertThat(scratch.value("SELECT id FROM roles WHERE name = 'late'")).isEqualTo("3");
    assertThat(count("roles")).isEqualTo(9);
  }

  @Test
  void saysWhatCouldNotBeFilledAndWhy() {
    Seeding seeding =
        open.run(
                """
                CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
                  $$ BEGIN RAISE EXCEPTION 'nobody gets in'; END $$;
                CREATE TABLE closed (id integer);
                CREATE TRIGGER closed BEFORE INSERT ON closed
                  FOR EACH ROW EXECUTE FUNCTION refuse();
                CREATE TABLE child (id integer, parent integer NOT NULL);
                CREATE TABLE nowhere (id integer) PARTITION BY LIST (id);
                CREATE TABLE two (yes boolean PRIMARY KEY);
                """)
            .seed(3);
    assertThat(seeding.gaps())
        .extracting(gap -> gap.table().name(), SeedGap::rows)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("closed", 0),
            org.assertj.core.groups.Tuple.tuple("nowhere", 0),
            org.assertj.core.groups.Tuple.tuple("two", 2));
    assertThat(seeding.gaps())
        .anySatisfy(gap -> assertThat(gap.because()).contains("nobody gets in"));
  }
}
