package io.liftlock.cli;

import io.liftlock.core.transfer.ByteSize;
import io.liftlock.core.transfer.Rate;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How values of options are read that are neither words nor bare numbers. */
final class OptionForms {

  private OptionForms() {}

  /** {@code 5MB/s} or {@code 2000rows/s}. */
  static final class OfRate implements ITypeConverter<Rate> {
    @Override
    public Rate convert(String text) {
      return Rate.parse(text)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'" + text + "' is no rate; write it as 5MB/s or 2000rows/s"));
    }
  }

  /** {@code 64MB} or {@code 1GB}. */
  static final class OfSize implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      OptionalLong bytes = ByteSize.parse(text);
      if (bytes.isEmpty() || bytes.getAsLong() == 0) {
        throw new TypeConversionException(
            "'" + text + "' is no size; write it with a unit, as 64MB or 1GB");
      }
      return bytes.getAsLong();
    }
  }

  /** {@code 1%} or {@code 0.5%}: a part of the whole, above none. */
  static final class OfPercent implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      if (!text.matches("[0-9]{1,3}(\\.[0-9]{1,6})?%")) {
        throw noPercent(text);
      }
      double part =
          new BigDecimal(text.substring(0, text.length() - 1)).movePointLeft(2).doubleValue();
      if (part <= 0 || part > 1) {
        throw noPercent(text);
      }
      return part;
    }

    private static TypeConversionException noPercent(String text) {
      return new TypeConversionException(
          "'" + text + "' is no part of the rows; write it as 1% or 0.5%, at most 100%");
    }
  }

  /**
   * When something will be gone.
   *
   * @param at when; empty for never
   */
  record Expiry(Optional<Instant> at) {

    /**
     * {@code 2026-12-01}, which is the beginning of that day in UTC, a time with an offset, or
     * {@code never}.
     */
    static Optional<Expiry> parse(String text) {
      String said = text.strip();
      if (said.equalsIgnoreCase("never")) {
        return Optional.of(new Expiry(Optional.empty()));
      }
      try {
        Instant at =
            said.length() <= 10
                ? LocalDate.parse(said).atStartOfDay(ZoneOffset.UTC).toInstant()
                : OffsetDateTime.parse(said).toInstant();
        return Optional.of(new Expiry(Optional.of(at)));
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
  }

  /** A date, a time or never. */
  static final class OfExpiry implements ITypeConverter<Expiry> {
    @Override
    public Expiry convert(String text) {
      return Expiry.parse(text)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'"
                          + text
                          + "' is no date; write it as 2026-12-01, 2026-12-01T18:00:00Z, or"
                          + " never"));
    }
  }
}
