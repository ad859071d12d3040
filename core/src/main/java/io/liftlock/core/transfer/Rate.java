package io.liftlock.core.transfer;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much may be asked of a server in a second.
 *
 * @param bytesPerSecond 0 for no limit
 * @param rowsPerSecond 0 for no limit
 */
public record Rate(long bytesPerSecond, long rowsPerSecond) {

  /** No limit. */
  public static final Rate UNLIMITED = new Rate(0, 0);

  private static final Pattern ROWS = Pattern.compile("([0-9]{1,15})\\s*rows?");
  private static final Pattern PER_SECOND = Pattern.compile("(.*)/\\s*s(?:ec)?");

  /** {@code 5MB/s} or {@code 2000rows/s}, more than none. */
  public static Optional<Rate> parse(String text) {
    Matcher whole = PER_SECOND.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!whole.matches()) {
      return Optional.empty();
    }
    String amount = whole.group(1).strip();
    Matcher rows = ROWS.matcher(amount);
    if (rows.matches()) {
      long number = Long.parseLong(rows.group(1));
      return number == 0 ? Optional.empty() : Optional.of(new Rate(0, number));
    }
    OptionalLong bytes = ByteSize.parse(amount);
    return bytes.isPresent() && bytes.getAsLong() > 0
        ? Optional.of(new Rate(bytes.getAsLong(), 0))
        : Optional.empty();
  }

  /** As people write it; empty where there is no limit. */
  public String text() {
    return bytesPerSecond > 0
        ? ByteSize.text(bytesPerSecond) + "/s"
        : rowsPerSecond > 0 ? rowsPerSecond + " rows/s" : "";
  }
}
