package io.liftlock.core.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.error.UserError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencesTest {

  private static final Migration.Lineage SEQUENCE = Migration.Lineage.SEQUENCE;

  private static References of(Migration... migrations) {
    return References.in(MigrationGraph.of(List.of(migrations), new Problems()));
  }

  private final References numbered =
      of(
          Migrations.of("001", "create_users", SEQUENCE, "main"),
          Migrations.of("002", "add_email", SEQUENCE, "main"),
          Migrations.of("003", "add_event", SEQUENCE, "main"),
          Migrations.of("010", "index", SEQUENCE, "main"));

  private final References branches =
      of(
          Migrations.of("common/001", "users", SEQUENCE, "main"),
          Migrations.of("events/001", "events", SEQUENCE, "main"),
          Migrations.of("events/002", "more", SEQUENCE, "main"),
          Migrations.of("events/010", "most", SEQUENCE, "main", "common/001"));

  @ParameterizedTest
  @CsvSource({
    "002, 002",
    "2, 002",
    "002_add_email, 002",
    "add_email, 002",
    "002_add, 002",
    "002_add_email.sql, 002",
    "migrations/002_add_email.sql, 002",
    "head, 010",
    "HEAD, 010",
    "base, 001",
    "10, 010"
  })
  void namesOne(String text, String id) {
    assertThat(numbered.id(text)).hasToString(id);
  }

  @ParameterizedTest
  @CsvSource({
    "events/2, events/002",
    "events/002_more, events/002",
    "more, events/002",
    "2, events/002",
    "events@head, events/010",
    "events@base, events/001",
    "common@head, common/001",
    "head, events/010"
  })
  void namesOneOfABranch(String text, String id) {
    assertThat(branches.id(text)).hasToString(id);
  }

  @Test
  void timestampsMayBeCutShort() {
    References stamps =
        of(
            Migrations.of("20240101000000", "a", SEQUENCE, "main"),
            Migrations.of("20240201000000", "b", SEQUENCE, "main"));
    assertThat(stamps.id("202401")).hasToString("20240101000000");
    assertUnknown(stamps, "2024", "several");
  }

  @Test
  void aShortNumberIsNeverCutShort() {
    assertUnknown(of(Migrations.of("10", "a", SEQUENCE, "main")), "1", "no migration 1");
  }

  @Test
  void aWrongOneGetsTheNearest() {
    assertUnknown(numbered, "add_emial", "did you mean add_email?");
    assertUnknown(numbered, "004_zzzz", "the newest are: 002_add_email, 003_add_event, 010_index");
    assertUnknown(branches, "evnts@head", "did you mean events?");
  }

  @Test
  void anAmbiguousOneNamesTheCandidates() {
    assertUnknown(branches, "1", "common/001_users, events/001_events");
    assertUnknown(branches, "base", "common/001_users, events/001_events");
  }

  @Test
  void severalHeadsAreNamed() {
    References two =
        of(
            Migrations.of("a/1", "x", SEQUENCE, "main"),
            Migrations.of("b/1", "y", SEQUENCE, "main"));
    assertThatThrownBy(() -> two.id("head"))
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.code()).isEqualTo(ErrorCode.HEADS_MANY));
    assertThat(two.ids("heads")).hasSize(2);
  }

  private static void assertUnknown(References references, String text, String part) {
    assertThatThrownBy(() -> references.id(text))
        .isInstanceOfSatisfying(
            UserError.class,
            error -> {
              Problem problem = error.problems().get(0);
              assertThat(problem.code()).isEqualTo(ErrorCode.MIGRATION_UNKNOWN);
              assertThat(problem.render()).contains(part);
            });
  }

  @Test
  void targets() {
    assertThat(numbered.target("head")).isEqualTo(new Target.Everything());
    assertThat(numbered.target("heads")).isEqualTo(new Target.Everything());
    assertThat(numbered.target("base")).isEqualTo(new Target.Nothing());
    assertThat(numbered.target("+1")).isEqualTo(new Target.Steps(1));
    assertThat(numbered.target("-2")).isEqualTo(new Target.Steps(2));
    assertThat(numbered.target("3")).isEqualTo(new Target.Id(MigrationId.of("003")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+0", "-x", "+99999999999"})
  void badSteps(String text) {
    assertThatThrownBy(() -> numbered.target(text))
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.code()).isEqualTo(ErrorCode.USAGE));
  }
}
