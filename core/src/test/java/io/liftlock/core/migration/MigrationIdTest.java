package io.liftlock.core.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrationIdTest {

  @ParameterizedTest
  @CsvSource({
    "2, 2.0.1",
    "2.0.1, 10",
    "9, 10",
    "0009, 00010",
    "1.2, 1.10",
    "99999999999999999999, 100000000000000000000",
    "20240101000000, 20240101000001",
    "9223372036854775807, 9223372036854775808",
    "1_2, 1_10",
    "5, abc",
    "20240101000000_a, 20240101000000_b",
    "0, 0.1"
  })
  void ordersByNumericParts(String smaller, String larger) {
    assertThat(MigrationId.of(smaller)).isLessThan(MigrationId.of(larger));
    assertThat(MigrationId.of(larger)).isGreaterThan(MigrationId.of(smaller));
    assertThat(MigrationId.of(smaller)).isNotEqualTo(MigrationId.of(larger));
  }

  @ParameterizedTest
  @CsvSource({"003, 3", "1.2, 1_2", "2.0, 2", "0, 000", "events/003, events/3", "0.0, 0"})
  void equalNumbersAreOneId(String left, String right) {
    MigrationId a = MigrationId.parse(left);
    MigrationId b = MigrationId.parse(right);
    assertThat(a).isEqualTo(b).hasSameHashCodeAs(b).isEqualByComparingTo(b);
    assertThat(a).hasToString(left);
  }

  @Test
  void branchesAndTextsAreTheirOwn() {
    assertThat(MigrationId.parse("events/003")).isNotEqualTo(MigrationId.parse("setups/003"));
    assertThat(MigrationId.parse("003")).isNotEqualTo(MigrationId.parse("events/003"));
    assertThat(MigrationId.of("20240101_a")).isNotEqualTo(MigrationId.of("20240101"));
    assertThat(MigrationId.of("20240101_a").isNumeric()).isFalse();
    assertThat(MigrationId.parse("a/b/003").branch()).isEqualTo("a/b");
  }

  @Test
  void theOrderIsTotal() {
    Random random = new Random(11);
    List<MigrationId> ids = new ArrayList<>();
    String[] branches = {"", "a", "b"};
    for (int i = 0; i < 120; i++) {
      String label =
          switch (random.nextInt(4)) {
            case 0 -> "0".repeat(random.nextInt(3)) + random.nextInt(20);
            case 1 -> random.nextInt(4) + "." + random.nextInt(4);
            case 2 -> random.nextInt(3) + "_" + random.nextInt(3) + ".0";
            default -> random.nextInt(3) + "_n" + random.nextInt(3);
          };
      ids.add(MigrationId.of(branches[random.nextInt(3)], label));
    }
    for (MigrationId a : ids) {
      for (MigrationId b : ids) {
        assertThat(a.equals(b)).isEqualTo(a.compareTo(b) == 0);
        assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
        if (a.compareTo(b) <= 0) {
          for (MigrationId c : ids) {
            if (b.compareTo(c) <= 0) {
              assertThat(a.compareTo(c)).isLessThanOrEqualTo(0);
            }
          }
        }
      }
    }
    Collections.sort(ids);
  }
}
