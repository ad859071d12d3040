package io.liftlock.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IgnoredTest {

  private static final ObjectId USERS = ObjectId.of(ObjectKind.TABLE, "public", "users");
  private static final ObjectId MAIL = USERS.part(ObjectKind.COLUMN, "mail");
  private static final ObjectId INDEX = USERS.part(ObjectKind.INDEX, "users_mail");

  private static boolean ignores(String pattern, ObjectId id) {
    return new Ignored(ObjectPattern.of(pattern), "because").matches(id);
  }

  @Test
  void aNameIgnoresItAndItsParts() {
    assertThat(ignores("public.users", USERS)).isTrue();
    assertThat(ignores("public.users", MAIL)).isTrue();
    assertThat(ignores("public.user", USERS)).isFalse();
    assertThat(ignores("public.users.mail", MAIL)).isTrue();
    assertThat(ignores("public.users.mail", USERS)).isFalse();
    assertThat(ignores("users", USERS)).isFalse();
  }

  @Test
  void aStarStandsForAnyLetters() {
    assertThat(ignores("public.*", USERS)).isTrue();
    assertThat(ignores("public.us*s", USERS)).isTrue();
    assertThat(ignores("*", INDEX)).isTrue();
    assertThat(ignores("public.users.*_mail", INDEX)).isTrue();
    assertThat(ignores("public.users.*_mail", MAIL)).isFalse();
    assertThat(ignores("public.userz*", USERS)).isFalse();
  }

  @Test
  void aKindNarrowsIt() {
    assertThat(ignores("index public.users.*", INDEX)).isTrue();
    assertThat(ignores("index public.users.*", MAIL)).isFalse();
    assertThat(ignores("table public.users", MAIL)).isTrue();
    assertThat(ignores("view public.v", ObjectId.of(ObjectKind.TABLE, "public", "v"))).isFalse();
    assertThat(ignores("index public.users", MAIL)).isFalse();
    assertThat(ignores("function public.*", MAIL)).isFalse();
  }

  @Test
  void signsMeanThemselves() {
    ObjectId odd = ObjectId.of(ObjectKind.TABLE, "public", "a:b(c)");
    assertThat(ignores("public.\"a:b(c)\"", odd)).isTrue();
    ObjectId function =
        new ObjectId(ObjectKind.FUNCTION, java.util.List.of("public", "f"), "(integer, text)");
    assertThat(ignores("function public.f(*", function)).isTrue();
    assertThat(ignores("public.f(integer, text)", function)).isTrue();
  }
}
