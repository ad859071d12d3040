package io.liftlock.postgres.inspect;

import static io.liftlock.core.schema.ObjectKind.POLICY;
import static io.liftlock.core.schema.ObjectKind.TABLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.database.Database;
import io.liftlock.core.schema.NotModelled;
import io.liftlock.core.schema.Schema;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnmodelledReaderTest {

  private final ScratchDatabase scratch = ScratchServer.get().freshDatabase();

  private static List<String> told(Schema schema) {
    return schema.notModelled().stream()
        .map(missing -> missing.kind() + ": " + missing.name())
        .sorted()
        .toList();
  }

  @Test
  void nothingIsMissedInAnEmptyDatabase() {
    assertThat(Inspected.of(scratch).schema().notModelled()).isEmpty();
  }

  @Test
  void whatAnIdentitysSequenceGetsByItselfIsNotWorthAWord() {
    ScratchServer.Role role = scratch.createRole();
    scratch.execute(
        "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT ALL ON SEQUENCES TO %1$s;"
                .formatted(role.name())
            + "CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY)");
    try (Database database = Inspected.open(scratch.url())) {
      database.history().prepare();
      assertThat(told(database.inspector().inspect())).isEmpty();
    }
    scratch.execute("REVOKE UPDATE ON SEQUENCE t_a_seq FROM " + role.name());
    scratch.execute("GRANT SELECT ON SEQUENCE t_a_seq TO PUBLIC");
    assertThat(told(Inspected.of(scratch).schema()))
        .containsExactly("grants: sequence public.t_a_seq");
  }

  @Test
  void everyObjectThatTheModelDoesNotHoldIsNamed() {
    scratch.execute(
        """
        CREATE EXTENSION postgres_fdw;
        CREATE OPERATOR FAMILY "Loose" USING btree;
        CREATE TYPE pair AS (a int, b int);
        CREATE FUNCTION hash_it(pair) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
        CREATE OPERATOR CLASS pair_ops DEFAULT FOR TYPE pair USING hash AS FUNCTION 1 hash_it(pair);
        CREATE FUNCTION cmp(int, text) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
        ALTER OPERATOR FAMILY integer_ops USING btree ADD FUNCTION 1 (int, text) cmp(int, text);
        CREATE LANGUAGE mine HANDLER plpgsql_call_handler;
        CREATE TRANSFORM FOR int LANGUAGE mine
          (FROM SQL WITH FUNCTION prsd_lextype(internal));
        CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;
        CREATE CONVERSION conv FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
        CREATE TYPE shell;
        CREATE SUBSCRIPTION sub CONNECTION 'host=localhost password=secret-1' PUBLICATION p
          WITH (connect = false, slot_name = NONE);
        CREATE SERVER remote FOREIGN DATA WRAPPER postgres_fdw;
        CREATE USER MAPPING FOR PUBLIC SERVER remote OPTIONS (password 'secret-2');
        ALTER DATABASE %s SET app.jwt_secret = 'secret-3';
        SELECT lo_create(0);
        """
            .formatted(scratch.name()));
    try {
      Schema schema = Inspected.of(scratch).schema();
      assertThat(told(schema))
          .containsExactly(
              "access method: heap2",
              "conversion: public.conv",
              "database setting: app.jwt_secret",
              "large object: *",
              "operator class: public.pair_ops USING hash",
              "operator family: pg_catalog.integer_ops USING btree",
              "operator family: public.\"Loose\" USING btree",
              "procedural language: mine",
              "shell type: public.shell",
              "subscription: sub",
              "transform: for integer language mine",
              "user mapping: PUBLIC on remote");
      assertThat(schema.notModelled().toString() + schema.objects().values())
          .doesNotContain("secret-");
    } finally {
      scratch.execute("DROP SUBSCRIPTION sub");
    }
  }

  @Test
  void whatIsSaidWhereTheModelHasNoPlaceIsNamed() {
    String role = scratch.createRole().name();
    scratch.execute(
        """
        CREATE EXTENSION citext;
        CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY CONSTRAINT pk PRIMARY KEY);
        CREATE TYPE pair AS (a int);
        COMMENT ON INDEX pk IS 'i';
        COMMENT ON SEQUENCE t_a_seq IS 's';
        COMMENT ON COLUMN pair.a IS 'c';
        COMMENT ON TYPE t IS 't';
        GRANT USAGE ON SEQUENCE t_a_seq TO %1$s;
        REVOKE EXECUTE ON FUNCTION pg_sleep(float8) FROM PUBLIC;
        REVOKE USAGE ON TYPE citext FROM PUBLIC;
        GRANT SELECT ON pg_authid TO %1$s;
        REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC;
        CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
        ALTER FUNCTION f() DEPENDS ON EXTENSION citext;
        CREATE FUNCTION pg_catalog.mine() RETURNS int LANGUAGE sql AS 'SELECT 1';
        """
            .formatted(role));
    assertThat(told(Inspected.of(scratch).schema()))
        .containsExactly(
            "comment: composite type column public.pair.a",
            "comment: index public.pk",
            "comment: sequence public.t_a_seq",
            "comment: type public.t",
            "dependency on an extension: function public.f()",
            "grants: function pg_catalog.pg_sleep(double precision)",
            "grants: language plpgsql",
            "grants: sequence public.t_a_seq",
            "grants: table pg_catalog.pg_authid",
            "grants: type public.citext",
            "object of a system schema: function pg_catalog.mine()");
  }

  @Test
  void whatARoleMayNotSeeIsToldAndNotGuessed() {
    ScratchServer.Role role = scratch.createRole();
    scratch.execute(
        """
        CREATE TABLE t (a int);
        CREATE POLICY p ON t USING (true);
        REVOKE SELECT ON pg_policy FROM PUBLIC;
        """);
    Inspected seen = Inspected.of(scratch.url(role));
    assertThat(seen.has(TABLE, "public", "t")).isTrue();
    assertThat(seen.names(POLICY)).isEmpty();
    assertThat(seen.schema().notModelled())
        .contains(
            new NotModelled(
                "catalog",
                "pg_catalog.pg_policy",
                "the role may not read it, so what it holds is unseen; it needs GRANT SELECT ON"
                    + " pg_catalog.pg_policy"));
    assertThat(Inspected.of(scratch).names(POLICY)).containsExactly("public.t.p");
  }

  /** The server's, the data's, or told by another catalog's row; docs/model.md says so. */
  private static final Set<String> LEFT_OUT =
      Set.of("pg_auth_members", "pg_authid", "pg_parameter_acl", "pg_tablespace");

  @Test
  void everyCatalogIsReadOrLeftOutOnPurpose() {
    StringBuilder asked = new StringBuilder();
    new PostgresInspector(
            (queries, reader) ->
                queries.forEach(
                    query -> {
                      asked.append(query).append('\n');
                      reader.accept(new NoRows());
                    }),
            new Scope(18, "public", "schema_version"),
            "18.0")
        .inspect();
    String catalogs =
        scratch.value(
            """
            SELECT string_agg(DISTINCT c.relname, ' ')
              FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
             WHERE c.relnamespace = 'pg_catalog'::regnamespace AND c.relkind = 'r'
               AND (a.attname = 'oid' OR a.attname ~ 'owner$')
            """);
    assertThat(List.of(catalogs.split(" ")))
        .hasSizeGreaterThan(30)
        .allMatch(
            catalog ->
                LEFT_OUT.contains(catalog)
                    || Pattern.compile("pg_catalog\\." + catalog + "s?\\b").matcher(asked).find());
  }

  private record NoRows() implements Rows {
    @Override
    public int size() {
      return 0;
    }

    @Override
    public String text(int row, int column) {
      throw new IndexOutOfBoundsException(row);
    }
  }

  /** A bit of every group, as it is on every version and for every role. */
  @Tag("majors")
  @ParameterizedTest
  @ValueSource(ints = {14, 15, 16, 17, 18})
  void everyVersionTellsAPlainRoleTheSame(int major) {
    ScratchDatabase old = ScratchServer.of(major).freshDatabase();
    ScratchServer.Role owner = old.createOwner();
    old.execute(
        """
        CREATE EXTENSION hstore;
        CREATE TABLE t (a int PRIMARY KEY, b text);
        CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
        CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
        CREATE RULE r AS ON DELETE TO t DO INSTEAD NOTHING;
        CREATE POLICY p ON t USING (a > 1);
        CREATE STATISTICS st ON a, b FROM t;
        CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int);
        CREATE OPERATOR === (FUNCTION = int4eq, LEFTARG = int, RIGHTARG = int);
        CREATE TYPE pair AS (a int);
        CREATE CAST (pair AS text) WITH INOUT;
        CREATE FUNCTION e() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
        CREATE EVENT TRIGGER ev ON sql_drop EXECUTE FUNCTION e();
        CREATE PUBLICATION pub FOR TABLE t;
        CREATE FOREIGN DATA WRAPPER w;
        CREATE SERVER s FOREIGN DATA WRAPPER w;
        CREATE USER MAPPING FOR PUBLIC SERVER s OPTIONS (password 'secret');
        CREATE COLLATION german (provider = icu, locale = 'de-DE');
        CREATE TEXT SEARCH CONFIGURATION cfg (COPY = simple);
        ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;
        COMMENT ON TABLE t IS 'c';
        GRANT SELECT ON t TO PUBLIC;
        """);
    Schema schema = Inspected.of(old).schema();
    assertThat(schema.objects().keySet())
        .extracting(id -> id.kind().word() + " " + id.qualified())
        .containsExactly(
            "extension hstore",
            "schema public",
            "collation public.german",
            "composite-type public.pair",
            "table public.t",
            "column public.t.a",
            "column public.t.b",
            "constraint public.t.t_pkey",
            "trigger public.t.tr",
            "rule public.t.r",
            "policy public.t.p",
            "statistics public.st",
            "function public.e()",
            "function public.f()",
            "aggregate public.total(integer)",
            "operator public.\"===\"(integer, integer)",
            "cast (public.pair AS text)",
            "event-trigger ev",
            "publication pub",
            "foreign-data-wrapper w",
            "foreign-server s",
            "text-search-configuration public.cfg",
            "default-privileges (for role CURRENT_USER on tables)");
    assertThat(told(schema)).containsExactly("user mapping: PUBLIC on s");
    Schema plain = Inspected.of(old.url(owner)).schema();
    assertThat(told(plain)).containsExactly("user mapping: PUBLIC on s");
    assertThat(plain.notModelled().toString()).doesNotContain("secret");
    // Only who CURRENT_USER is differs.
    assertThat(plain.objects()).hasSameSizeAs(schema.objects());
  }
}
