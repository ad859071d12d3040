package io.liftlock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liftlock.core.transfer.Rate;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

/** Values of options that are neither words nor bare numbers. */
class OptionFormsTest {

  @Test
  void percentsArePartsOfTheWhole() {
    OptionForms.OfPercent form = new OptionForms.OfPercent();
    assertThat(form.convert("1%")).isEqualTo(0.01);
    assertThat(form.convert("0.5%")).isEqualTo(0.005);
    assertThat(form.convert("100%")).isEqualTo(1);
    for (String text : new String[] {"1", "0%", "101%", "-1%", "1 %", "x%"}) {
      assertThatThrownBy(() -> form.convert(text))
          .as(text)
          .isInstanceOf(TypeConversionException.class)
          .hasMessageContaining("write it as 1%");
    }
  }

  @Test
  void datesAreDaysTimesOrNever() {
    OptionForms.OfExpiry form = new OptionForms.OfExpiry();
    assertThat(form.convert("2026-12-01").at()).contains(Instant.parse("2026-12-01T00:00:00Z"));
    assertThat(form.convert("2026-12-01T18:00:00+01:00").at())
        .contains(Instant.parse("2026-12-01T17:00:00Z"));
    assertThat(form.convert("never").at()).isEqualTo(Optional.empty());
    for (String text : new String[] {"", "1.12.2026", "2026-13-01", "2026-12-01T18:00", "soon"}) {
      assertThatThrownBy(() -> form.convert(text))
          .as(text)
          .isInstanceOf(TypeConversionException.class)
          .hasMessageContaining("2026-12-01");
    }
  }

  @Test
  void ratesAndSizesSayHowTheyAreWritten() {
    assertThat(new OptionForms.OfRate().convert("5MB/s")).isEqualTo(new Rate(5 << 20, 0));
    assertThatThrownBy(() -> new OptionForms.OfRate().convert("5MB"))
        .hasMessage("'5MB' is no rate; write it as 5MB/s or 2000rows/s");
    assertThat(new OptionForms.OfSize().convert("1GB")).isEqualTo(1L << 30);
    assertThatThrownBy(() -> new OptionForms.OfSize().convert("0MB"))
        .hasMessage("'0MB' is no size; write it with a unit, as 64MB or 1GB");
  }
}
