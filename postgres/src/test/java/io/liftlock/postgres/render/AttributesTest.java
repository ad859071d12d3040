package io.liftlock.postgres.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.change.Renderer;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.core.sql.Dialect;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttributesTest {

  private static final ObjectId USERS = ObjectId.of(ObjectKind.TABLE, "app", "users");
  private static final ObjectId MAIL = USERS.part(ObjectKind.COLUMN, "mail");
  private static final ObjectId FUNCTION =
      new ObjectId(ObjectKind.FUNCTION, List.of("app", "f"), "(integer)");

  private static Schema schema(SchemaObject... objects) {
    return Schema.of(Dialect.POSTGRES, "18.1", Arrays.asList(objects), List.of());
  }

  private static Passage passage(Schema from, Schema to) {
    return new Passage(from, to, Renderer.Mode.PLAIN);
  }

  private static SchemaObject object(ObjectId id, String owner, String... grants) {
    return SchemaObject.builder(id)
        .set(Property.OWNER, owner)
        .set(Property.GRANTS, List.of(grants))
        .build();
  }

  private static SchemaObject defaults(String in, String command, String... grants) {
    SchemaObject.Builder builder =
        SchemaObject.builder(
            new ObjectId(
                ObjectKind.DEFAULT_PRIVILEGES, List.of(), "(" + in + " on " + command + ")"));
    return builder
        .set(Property.OWNER, "CURRENT_USER")
        .set(Property.SCHEMA, in.isEmpty() ? null : in)
        .set(Property.COMMAND, command)
        .set(Property.GRANTS, List.of(grants))
        .build();
  }

  private static List<String> ofNew(SchemaObject object, SchemaObject... defaults) {
    return Attributes.ofNew(object, passage(schema(defaults), schema(defaults)));
  }

  private static List<String> change(SchemaObject from, SchemaObject to) {
    return Attributes.change(from, to, passage(schema(from), schema(to)));
  }

  @Test
  void saysOwnerCommentAndGrantsOfWhatIsNew() {
    SchemaObject users =
        object(USERS, "app_owner", "+anon SELECT").toBuilder()
            .set(Property.COMMENT, "it's\n a \\ table")
            .build();
    assertThat(ofNew(users))
        .containsExactly(
            "ALTER TABLE app.users OWNER TO app_owner",
            "COMMENT ON TABLE app.users IS E'it''s\n a \\\\ table'",
            "GRANT SELECT ON TABLE app.users TO anon");
  }

  @Test
  void saysNothingOfWhatDefaultPrivilegesGive() {
    assertThat(
            ofNew(
                object(USERS, "CURRENT_USER", "+anon SELECT"),
                defaults("app", "TABLES", "+anon SELECT")))
        .isEmpty();
  }

  @Test
  void takesWhatDefaultPrivilegesGiveTooMuch() {
    assertThat(
            ofNew(
                object(USERS, "CURRENT_USER"),
                defaults("app", "TABLES", "+anon SELECT"),
                defaults("other", "TABLES", "+anon INSERT"),
                defaults("app", "SEQUENCES", "+anon USAGE")))
        .containsExactly("REVOKE SELECT ON TABLE app.users FROM anon");
  }

  @Test
  void mergesDefaultPrivilegesOfTheRoleAndOfTheSchema() {
    SchemaObject role = defaults("", "FUNCTIONS", "-PUBLIC EXECUTE");
    SchemaObject schema = defaults("app", "FUNCTIONS", "+PUBLIC EXECUTE");
    SchemaObject usual = object(FUNCTION, "CURRENT_USER");
    assertThat(ofNew(usual, role))
        .containsExactly("GRANT EXECUTE ON FUNCTION app.f(integer) TO PUBLIC");
    assertThat(ofNew(usual, role, schema)).isEmpty();
    assertThat(ofNew(usual, schema)).isEmpty();
  }

  @Test
  void knowsThatTheNewOwnerNeedsNoGrant() {
    assertThat(
            ofNew(
                object(USERS, "app_owner", "+anon SELECT"),
                defaults("app", "TABLES", "+anon SELECT", "+app_owner SELECT")))
        .containsExactly("ALTER TABLE app.users OWNER TO app_owner");
  }

  @Test
  void neverTakesFromWhoBecomesTheOwner() {
    assertThat(change(object(USERS, "old", "+new SELECT"), object(USERS, "new")))
        .containsExactly("ALTER TABLE app.users OWNER TO new");
  }

  @Test
  void handsOnWhatAnOwnerLacks() {
    assertThat(
            change(
                object(USERS, "old", "-old DELETE"),
                object(USERS, "new", "-new DELETE", "+old SELECT")))
        .containsExactly(
            "ALTER TABLE app.users OWNER TO new", "GRANT SELECT ON TABLE app.users TO old");
  }

  @Test
  void givesAgainToColumnsWhatIsTakenFromTheirTable() {
    SchemaObject mail = SchemaObject.builder(MAIL).set(Property.GRANTS, "+anon SELECT").build();
    SchemaObject before = object(USERS, "CURRENT_USER", "+anon SELECT");
    SchemaObject after = object(USERS, "CURRENT_USER");
    assertThat(Attributes.change(before, after, passage(schema(before, mail), schema(after, mail))))
        .containsExactly(
            "REVOKE SELECT ON TABLE app.users FROM anon",
            "GRANT SELECT (mail) ON TABLE app.users TO anon");
  }

  @Test
  void removesComments() {
    SchemaObject bare = object(FUNCTION, "CURRENT_USER");
    assertThat(change(bare.toBuilder().set(Property.COMMENT, "old").build(), bare))
        .containsExactly("COMMENT ON FUNCTION app.f(integer) IS NULL");
  }

  @Test
  void tellsDomainsConstraintsFromTables() {
    SchemaObject domain = object(ObjectId.of(ObjectKind.DOMAIN, "app", "mail"), "CURRENT_USER");
    SchemaObject check =
        SchemaObject.builder(domain.id().part(ObjectKind.CONSTRAINT, "has_at"))
            .set(Property.COMMENT, "an @")
            .build();
    assertThat(Attributes.ofNew(check, passage(schema(), schema(domain, check))))
        .containsExactly("COMMENT ON CONSTRAINT has_at ON DOMAIN app.mail IS 'an @'");
  }

  @Test
  void leavesTheOwnerOfAnOwnedSequenceToItsTable() {
    ObjectId id = ObjectId.of(ObjectKind.SEQUENCE, "app", "ids");
    SchemaObject before =
        object(id, "CURRENT_USER").toBuilder().set(Property.OWNED_BY, "app.users.id").build();
    SchemaObject after = before.toBuilder().set(Property.OWNER, "app_owner").build();
    assertThat(change(before, after)).isEmpty();
    // A new one is given to its column later, which takes the same owner.
    assertThat(ofNew(after)).containsExactly("ALTER SEQUENCE app.ids OWNER TO app_owner");
  }

  @Test
  void countsOnNoDefaultPrivilegesThatGoOrCome() {
    SchemaObject defaults = defaults("app", "TABLES", "+anon SELECT");
    SchemaObject users = object(USERS, "CURRENT_USER", "+anon SELECT");
    List<String> grant = List.of("GRANT SELECT ON TABLE app.users TO anon");
    assertThat(Attributes.ofNew(users, passage(schema(defaults), schema()))).isEqualTo(grant);
    assertThat(Attributes.ofNew(users, passage(schema(), schema(defaults)))).isEqualTo(grant);
  }

  @Test
  void grantsOnAggregatesAsOnFunctions() {
    SchemaObject all =
        object(
            new ObjectId(ObjectKind.AGGREGATE, List.of("app", "n"), "()"),
            "CURRENT_USER",
            "-PUBLIC EXECUTE");
    assertThat(ofNew(all)).containsExactly("REVOKE EXECUTE ON FUNCTION app.n() FROM PUBLIC");
  }
}
