package io.liftlock.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaintenanceWindowTest {

  private static MaintenanceWindow one(String text) {
    return MaintenanceWindow.parse(text).orElseThrow().get(0);
  }

  /** 2026-11-20 is a Friday. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sat 02:00-05:00 UTC          | 2026-11-21T02:00:00Z | true",
        "Sat 02:00-05:00 UTC          | 2026-11-21T01:59:59Z | false",
        "Sat 02:00-05:00 UTC          | 2026-11-21T05:00:00Z | false",
        "Sat 02:00-05:00              | 2026-11-20T03:00:00Z | false",
        "saturday 2:00-5:00           | 2026-11-21T03:00:00Z | true",
        "Fri 22:00-02:00 UTC          | 2026-11-21T01:30:00Z | true",
        "Fri 22:00-02:00 UTC          | 2026-11-20T01:30:00Z | false",
        "Fri 22:00-24:00 UTC          | 2026-11-20T23:59:59Z | true",
        "Fri 22:00-24:00 UTC          | 2026-11-21T00:00:00Z | false",
        "Mon-Fri 01:00-02:00 UTC      | 2026-11-20T01:00:00Z | true",
        "Mon-Fri 01:00-02:00 UTC      | 2026-11-21T01:00:00Z | false",
        "Fri-Mon 01:00-02:00 UTC      | 2026-11-22T01:00:00Z | true",
        "Fri-Mon 01:00-02:00 UTC      | 2026-11-24T01:00:00Z | false",
        "Sat,Sun 01:00-02:00          | 2026-11-22T01:00:00Z | true",
        "daily 01:00-02:00            | 2026-11-18T01:00:00Z | true",
        "01:00-02:00                  | 2026-11-18T01:00:00Z | true",
        "Sat 02:00-05:00 Europe/Berlin| 2026-11-21T01:00:00Z | true",
        "Sat 02:00-05:00 Europe/Berlin| 2026-11-21T04:30:00Z | false",
        "Sat 02:00-05:00 +05:30       | 2026-11-20T21:00:00Z | true",
      })
  void isOpenInItsOwnZone(String text, Instant at, boolean open) {
    assertThat(one(text.strip()).isOpen(at)).isEqualTo(open);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";",
        "Sat",
        "Caturday 02:00-05:00",
        "Sa 02:00-05:00",
        "Sat 02:00",
        "Sat 25:00-26:00",
        "Sat 02:00-05:00 Mars",
        "Mon-Wed-Fri 02:00-05:00",
        "Sat 02:00-05:00; nonsense"
      })
  void whatCannotBeReadIsNoWindow(String text) {
    assertThat(MaintenanceWindow.parse(text)).isEmpty();
  }

  @Test
  void severalStandWithSemicolonsBetween() {
    List<MaintenanceWindow> all =
        MaintenanceWindow.parse("Sat 02:00-05:00 UTC; Sun 03:00-04:00 UTC").orElseThrow();
    assertThat(all)
        .extracting(MaintenanceWindow::toString)
        .containsExactly("Sat 02:00-05:00 UTC", "Sun 03:00-04:00 UTC");
  }

  @Test
  void tellsHowLongUntilItOpens() {
    Instant friday = Instant.parse("2026-11-20T23:00:00Z");
    assertThat(one("Sat 02:00-05:00 UTC").untilOpen(friday)).isEqualTo(Duration.ofHours(3));
    assertThat(one("Fri 02:00-05:00 UTC").untilOpen(friday)).isEqualTo(Duration.ofHours(147));
    assertThat(one("Fri 22:00-05:00 UTC").untilOpen(friday)).isZero();
  }

  /** The night in which clocks go from 2:00 to 3:00: the window opens with the new time. */
  @Test
  void opensOnceInANightThatIsShorter() {
    MaintenanceWindow window = one("Sun 02:00-04:00 Europe/Berlin");
    assertThat(window.isOpen(Instant.parse("2027-03-28T00:59:59Z"))).isFalse();
    assertThat(window.isOpen(Instant.parse("2027-03-28T01:00:00Z"))).isTrue();
    assertThat(window.isOpen(Instant.parse("2027-03-28T02:00:00Z"))).isFalse();
  }
}
