package io.liftlock.engine.transfer.compare;

import io.liftlock.core.transfer.ColumnPair;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which times a column holds, and the one form in which each is compared. */
enum Moments {
  /** No times. */
  NONE,
  /** Times without a zone. */
  LOCAL,
  /** Times of one zone; what is written without one is of UTC. */
  INSTANT;

  /** {@code +0200}. */
  private static final Pattern COMPACT_ZONE = Pattern.compile("([-+][0-9]{2})([0-9]{2})$");

  private static final DateTimeFormatter READ_LOCAL =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .toFormatter(Locale.ROOT);

  private static final DateTimeFormatter READ_ZONED =
      new DateTimeFormatterBuilder()
          .append(READ_LOCAL)
          // Also +02.
          .parseLenient()
          .optionalStart()
          .appendOffset("+HH:mm", "Z")
          .optionalEnd()
          .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
          .toFormatter(Locale.ROOT);

  /** What the type of PostgreSQL's side says; the other side's says nothing of its texts. */
  static Moments of(ColumnPair column) {
    Moments source = of(column.sourceType());
    return source == NONE ? of(column.targetType()) : source;
  }

  private static Moments of(String type) {
    if (!type.startsWith("timestamp")) {
      return NONE;
    }
    return type.endsWith(" with time zone")
        ? INSTANT
        : type.endsWith(" without time zone") ? LOCAL : NONE;
  }

  /** A time in the form in which it is compared; a text that is none, or not a plain one, as is. */
  String printed(String text) {
    if (this == NONE || text.length() < 16 || text.charAt(4) != '-') {
      return text;
    }
    String iso = text.substring(0, 10) + "T" + text.substring(11).replace(" ", "");
    try {
      return this == LOCAL
          ? LocalDateTime.parse(iso, READ_LOCAL).toString()
          : OffsetDateTime.parse(COMPACT_ZONE.matcher(iso).replaceFirst("$1:$2"), READ_ZONED)
              .withOffsetSameInstant(ZoneOffset.UTC)
              .toLocalDateTime()
              .toString();
    } catch (DateTimeException notPlain) {
      return text;
    }
  }
}
