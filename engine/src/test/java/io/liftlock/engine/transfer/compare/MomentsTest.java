package io.liftlock.engine.transfer.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.transfer.ColumnPair;
import io.liftlock.core.transfer.FieldForm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {

  @ParameterizedTest
  @CsvSource({
    "2026-11-20 17:30:00, 2026-11-20T17:30",
    "2026-11-20 17:30, 2026-11-20T17:30",
    "2026-11-20T17:30:00.12, 2026-11-20 17:30:00.120000",
  })
  void oneTimeWrittenTwiceIsOneTime(String one, String other) {
    Moments local = of("timestamp(3) without time zone");
    assertThat(local.printed(one)).isEqualTo(local.printed(other));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20 17:30:00, 2026-11-20T17:30:00.000000Z",
    "2026-11-20 19:30:00+02, 2026-11-20T17:30:00.000000Z",
    "2026-11-20 19:30:00.5 +0200, 2026-11-20T17:30:00.500000Z",
    "2026-11-21T00:30:00+07:00, 2026-11-20T17:30:00Z",
  })
  void oneInstantWrittenInTwoZonesIsOneInstant(String one, String other) {
    Moments instant = of("timestamp with time zone");
    assertThat(instant.printed(one)).isEqualTo(instant.printed(other));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20 17:30:00, 2026-11-20 17:30:01",
    "2026-11-20 17:30:00, 2026-11-20 17:30:00.000001",
    "infinity, -infinity",
    "0044-03-15 12:00:00 BC, 0044-03-15 12:00:00",
    "soon and very soon, soon and very late",
  })
  void whatDiffersStaysDifferent(String one, String other) {
    for (String type : new String[] {"timestamp without time zone", "timestamp with time zone"}) {
      assertThat(of(type).printed(one)).isNotEqualTo(of(type).printed(other));
    }
  }

  private static Moments of(String type) {
    return Moments.of(new ColumnPair("a", "a", "DATETIME", type, FieldForm.TEXT));
  }
}
