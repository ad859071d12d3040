package io.liftlock.postgres.inspect;

import static io.liftlock.core.schema.ObjectKind.COLUMN;
import static io.liftlock.core.schema.ObjectKind.COMPOSITE_TYPE;
import static io.liftlock.core.schema.ObjectKind.DEFAULT_PRIVILEGES;
import static io.liftlock.core.schema.ObjectKind.FOREIGN_DATA_WRAPPER;
import static io.liftlock.core.schema.ObjectKind.FUNCTION;
import static io.liftlock.core.schema.ObjectKind.SCHEMA;
import static io.liftlock.core.schema.ObjectKind.TABLE;
import static io.liftlock.core.schema.ObjectKind.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Owners, grants, default privileges and comments. */
class PrivilegeReaderTest {

  private final ScratchDatabase scratch = ScratchServer.get().freshDatabase();

  @Test
  void grantsAreTheDifferenceToWhatTheServerGrantsByItself() {
    String role = scratch.createRole().name();
    scratch.execute(
        """
        CREATE TABLE plain (a int);
        CREATE TABLE t (a int, b int);
        GRANT SELECT, INSERT ON t TO %1$s;
        GRANT UPDATE ON t TO %1$s WITH GRANT OPTION;
        GRANT SELECT (b), UPDATE (b) ON t TO PUBLIC;
        REVOKE TRUNCATE ON t FROM CURRENT_USER;
        CREATE VIEW v AS SELECT 1 AS a;
        GRANT SELECT (a) ON v TO %1$s;
        CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
        REVOKE ALL ON FUNCTION f FROM PUBLIC;
        GRANT EXECUTE ON FUNCTION f TO %1$s;
        CREATE TYPE pair AS (a int);
        REVOKE USAGE ON TYPE pair FROM PUBLIC;
        CREATE SCHEMA s;
        GRANT USAGE, CREATE ON SCHEMA s TO %1$s;
        CREATE FOREIGN DATA WRAPPER w;
        GRANT USAGE ON FOREIGN DATA WRAPPER w TO %1$s;
        """
            .formatted(role));
    Inspected read = Inspected.of(scratch);
    assertThat(read.list(Property.GRANTS, TABLE, "public", "plain")).isEmpty();
    assertThat(read.list(Property.GRANTS, TABLE, "public", "t"))
        .containsExactly(
            "+" + role + " INSERT",
            "+" + role + " SELECT",
            "+" + role + " UPDATE WITH GRANT OPTION",
            "-CURRENT_USER TRUNCATE");
    assertThat(read.list(Property.GRANTS, COLUMN, "public", "t", "a")).isEmpty();
    assertThat(read.list(Property.GRANTS, COLUMN, "public", "t", "b"))
        .containsExactly("+PUBLIC SELECT", "+PUBLIC UPDATE");
    assertThat(read.list(Property.GRANTS, COLUMN, "public", "v", "a"))
        .containsExactly("+" + role + " SELECT");
    assertThat(read.schema().of(FUNCTION).get(0).list(Property.GRANTS))
        .containsExactly("+" + role + " EXECUTE", "-PUBLIC EXECUTE");
    assertThat(read.list(Property.GRANTS, COMPOSITE_TYPE, "public", "pair"))
        .containsExactly("-PUBLIC USAGE");
    assertThat(read.list(Property.GRANTS, SCHEMA, "s"))
        .containsExactly("+" + role + " CREATE", "+" + role + " USAGE");
    assertThat(read.list(Property.GRANTS, FOREIGN_DATA_WRAPPER, "w"))
        .containsExactly("+" + role + " USAGE");
    assertThat(read.get(VIEW, "public", "v").list(Property.GRANTS)).isEmpty();
  }

  @Test
  void rolesAreQuotedAsSqlNeedsIt() {
    String odd = "PUBLIC " + scratch.name();
    scratch.execute("CREATE ROLE \"" + odd + "\"");
    String keyword = "Grenzüberschreitung " + scratch.name();
    scratch.execute("CREATE ROLE \"" + keyword + "\"");
    scratch.execute(
        """
        CREATE TABLE t (a int);
        GRANT SELECT ON t TO "%1$s", "%2$s";
        ALTER TABLE t OWNER TO "%2$s";
        ALTER DEFAULT PRIVILEGES FOR ROLE "%1$s" GRANT SELECT ON TABLES TO "%2$s";
        """
            .formatted(odd, keyword));
    try {
      Inspected read = Inspected.of(scratch);
      assertThat(read.list(Property.GRANTS, TABLE, "public", "t"))
          .containsExactly("+\"" + odd + "\" SELECT");
      assertThat(read.text(Property.OWNER, TABLE, "public", "t")).isEqualTo('"' + keyword + '"');
      assertThat(read.schema().of(DEFAULT_PRIVILEGES))
          .extracting(privileges -> privileges.id().signature())
          .containsExactly("(for role \"" + odd + "\" on tables)");
    } finally {
      scratch.execute("DROP OWNED BY \"" + odd + "\"; DROP OWNED BY \"" + keyword + "\"");
      scratch.execute("DROP ROLE \"" + odd + "\", \"" + keyword + "\"");
    }
  }

  @Test
  void theHomeRoleIsWhoOwnsTheHistory() {
    ScratchServer.Role owner = scratch.createOwner();
    scratch.execute("CREATE TABLE before (a int)");
    try (var database = Inspected.open(scratch.url(owner))) {
      database.history().prepare();
    }
    scratch.execute(
        """
        CREATE TABLE mine (a int); ALTER TABLE mine OWNER TO %1$s;
        CREATE TABLE other (a int); GRANT SELECT ON other TO %1$s;
        """
            .formatted(owner.name()));
    // Whoever looks, says the same.
    for (Inspected read : List.of(Inspected.of(scratch), Inspected.of(scratch.url(owner)))) {
      assertThat(read.text(Property.OWNER, TABLE, "public", "mine")).isEqualTo("CURRENT_USER");
      assertThat(read.text(Property.OWNER, TABLE, "public", "before")).isEqualTo("postgres");
      assertThat(read.list(Property.GRANTS, TABLE, "public", "other"))
          .containsExactly("+CURRENT_USER SELECT");
      assertThat(read.text(Property.OWNER, SCHEMA, "public")).isEqualTo("CURRENT_USER");
    }
  }

  @Test
  void defaultPrivilegesAreObjects() {
    String role = scratch.createRole().name();
    scratch.execute(
        """
        CREATE SCHEMA "My Schema";
        ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
        ALTER DEFAULT PRIVILEGES IN SCHEMA "My Schema" GRANT SELECT ON TABLES TO PUBLIC;
        ALTER DEFAULT PRIVILEGES FOR ROLE %1$s GRANT USAGE ON SEQUENCES TO %1$s WITH GRANT OPTION;
        ALTER DEFAULT PRIVILEGES FOR ROLE %1$s GRANT USAGE ON SCHEMAS TO PUBLIC;
        """
            .formatted(role));
    List<SchemaObject> read = Inspected.of(scratch).schema().of(DEFAULT_PRIVILEGES);
    assertThat(read)
        .extracting(object -> object.id().signature() + " " + object.list(Property.GRANTS))
        .containsExactly(
            "(for role CURRENT_USER in schema \"My Schema\" on tables) [+PUBLIC SELECT]",
            "(for role CURRENT_USER on functions) [-PUBLIC EXECUTE]",
            "(for role %1$s on schemas) [+PUBLIC USAGE]".formatted(role),
            "(for role %1$s on sequences) [+%1$s USAGE WITH GRANT OPTION]".formatted(role));
    assertThat(read.get(0).text(Property.SCHEMA)).contains("My Schema");
    assertThat(read.get(0).text(Property.OWNER)).contains("CURRENT_USER");
    assertThat(read.get(0).text(Property.COMMAND)).contains("TABLES");
  }

  @Test
  void commentsOfEverything() {
    scratch.execute(
        """
        CREATE TABLE t (a int CONSTRAINT pk PRIMARY KEY, CONSTRAINT c CHECK (a > 0));
        CREATE INDEX i ON t (a);
        CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
        CREATE POLICY p ON t USING (true);
        COMMENT ON TABLE t IS 'it''s\n two lines';
        COMMENT ON COLUMN t.a IS 'ä';
        COMMENT ON CONSTRAINT c ON t IS 'c';
        COMMENT ON FUNCTION f(int) IS 'f';
        COMMENT ON POLICY p ON t IS 'p';
        COMMENT ON SCHEMA public IS 'ours';
        """);
    Inspected read = Inspected.of(scratch);
    assertThat(read.text(Property.COMMENT, TABLE, "public", "t")).isEqualTo("it's\n two lines");
    assertThat(read.text(Property.COMMENT, COLUMN, "public", "t", "a")).isEqualTo("ä");
    assertThat(read.text(Property.COMMENT, SCHEMA, "public")).isEqualTo("ours");
    assertThat(
            read.schema()
                .find(new ObjectId(FUNCTION, List.of("public", "f"), "(integer)"))
                .orElseThrow()
                .text(Property.COMMENT))
        .contains("f");
    assertThat(read.schema().notModelled()).isEmpty();
  }

  @Test
  void whatInitdbSaysOfPublicIsUsual() {
    assertThat(Inspected.of(scratch).get(SCHEMA, "public").text(Property.COMMENT)).isEmpty();
  }
}
