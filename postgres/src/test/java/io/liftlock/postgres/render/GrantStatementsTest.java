package io.liftlock.postgres.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GrantStatementsTest {

  private static final GrantStatements USERS = GrantStatements.on("TABLE app.users");

  private static List<String> between(List<String> from, List<String> to) {
    return USERS.between(Grants.of(from), Grants.of(to));
  }

  @Test
  void saysNothingWhereNothingDiffers() {
    assertThat(between(List.of("+anon SELECT"), List.of("+anon SELECT"))).isEmpty();
  }

  @Test
  void putsGranteesOfTheSameRightsTogether() {
    assertThat(
            between(
                List.of(),
                List.of("+anon INSERT", "+anon SELECT", "+\"a b\" INSERT", "+\"a b\" SELECT")))
        .containsExactly("GRANT INSERT, SELECT ON TABLE app.users TO \"a b\", anon");
  }

  @Test
  void takesBeforeItGives() {
    assertThat(between(List.of("+z SELECT"), List.of("+a SELECT")))
        .containsExactly(
            "REVOKE SELECT ON TABLE app.users FROM z", "GRANT SELECT ON TABLE app.users TO a");
  }

  @Test
  void tellsTheRightFromPassingItOn() {
    List<String> use = List.of("+anon SELECT");
    List<String> passOn = List.of("+anon SELECT WITH GRANT OPTION");
    assertThat(between(use, passOn))
        .containsExactly("GRANT SELECT ON TABLE app.users TO anon WITH GRANT OPTION");
    assertThat(between(passOn, use))
        .containsExactly("REVOKE GRANT OPTION FOR SELECT ON TABLE app.users FROM anon");
    assertThat(between(passOn, List.of()))
        .containsExactly("REVOKE SELECT ON TABLE app.users FROM anon");
  }

  @Test
  void takesAndGivesWhatIsUsual() {
    List<String> revoked = List.of("-PUBLIC EXECUTE");
    GrantStatements function = GrantStatements.on("FUNCTION app.f()");
    assertThat(function.between(Grants.of(List.of()), Grants.of(revoked)))
        .containsExactly("REVOKE EXECUTE ON FUNCTION app.f() FROM PUBLIC");
    assertThat(function.between(Grants.of(revoked), Grants.of(List.of())))
        .containsExactly("GRANT EXECUTE ON FUNCTION app.f() TO PUBLIC");
  }

  @Test
  void namesTheColumnBehindEachRight() {
    assertThat(
            GrantStatements.onColumn("app.users", "E-Mail")
                .between(Grants.of(List.of()), Grants.of(List.of("+anon SELECT", "+anon UPDATE"))))
        .containsExactly(
            "GRANT SELECT (\"E-Mail\"), UPDATE (\"E-Mail\") ON TABLE app.users TO anon");
  }
}
