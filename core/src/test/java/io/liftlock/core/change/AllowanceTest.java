package io.liftlock.core.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liftlock.core.error.UserError;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllowanceTest {

  private static final Loss PHONE =
      new Loss(Loss.Kind.DROP_COLUMN, ObjectId.of(ObjectKind.COLUMN, "public", "users", "phone"));

  private static boolean permits(String... texts) {
    return Allowance.parse(List.of(texts)).permits(PHONE);
  }

  @Test
  void nothingIsAllowedUnlessNamed() {
    assertThat(permits()).isFalse();
    assertThat(permits("drop-table:users", "drop-column:users.mail")).isFalse();
    assertThat(permits("drop-column:sers.phone")).isFalse();
  }

  @Test
  void aNameWithOrWithoutItsSchemaIsEnough() {
    assertThat(permits("drop-column:users.phone")).isTrue();
    assertThat(permits("drop-table:a,drop-column:public.users.phone")).isTrue();
    assertThat(permits("drop-column")).isTrue();
    assertThat(permits("all")).isTrue();
  }

  @Test
  void anUnknownKindIsAnError() {
    assertThatThrownBy(() -> Allowance.parse(List.of("drop-colum:users.phone")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("drop-colum")
        .hasMessageContaining("did you mean drop-column?");
  }
}
