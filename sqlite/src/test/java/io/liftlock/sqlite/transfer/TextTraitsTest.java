package io.liftlock.sqlite.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.liftlock.core.transfer.ColumnCensus.Trait;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextTraitsTest {

  @Test
  void tellsWhatATextCouldBe() {
    Map<Trait, List<String>> texts =
        Map.of(
            Trait.DATE,
            List.of("2026-11-20", "2024-02-29", "0001-01-31"),
            Trait.TIMESTAMP,
            List.of(
                "2026-11-20 17:30:00",
                "2026-11-20T17:30:00",
                "2026-12-31 23:59:59",
                "2026-11-20 17:30",
                "2026-11-20 17:30:00.123456"),
            Trait.TIMESTAMP_WITH_ZONE,
            List.of("2026-11-20 17:30:00Z", "2026-11-20 17:30+01:00"),
            Trait.NUMERIC,
            List.of("12.50", "-1e9", "1234567890", "1234567890123456789"));
    texts.forEach((trait, all) -> all.forEach(text -> assertEquals(Set.of(trait), of(text), text)));
  }

  @Test
  void takesNothingElseForOne() {
    for (String text :
        List.of(
            "",
            "2026-02-29",
            "2026-02-30 10:00:00",
            "2026-13-01",
            "2026-00-10",
            "0000-01-01",
            "2026-11-31",
            "2026-1a-01",
            "2026-11-20 24:00:00",
            "2026-11-20 17:60:00",
            "2026-11-20 17:30:60",
            "2026-11-20x17:30:00",
            "2026/11/20",
            "20 November",
            "1.2.3")) {
      assertEquals(Set.of(), of(text), text);
    }
  }

  private static Set<Trait> of(String text) {
    return TextTraits.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
