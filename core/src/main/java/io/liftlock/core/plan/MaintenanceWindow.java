package io.liftlock.core.plan;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When an application may be kept waiting: {@code Sat 02:00-05:00 UTC}.
 *
 * @param days on which it opens
 * @param from when it opens
 * @param to when it closes; not later than {@code from} for the next day
 * @param zone whose time that is
 * @param text as it was written
 */
public record MaintenanceWindow(
    Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone, String text) {

  private static final Pattern FORM =
      Pattern.compile(
          "(?:(?<days>[a-z]+(?:\\s*[-,]\\s*[a-z]+)*)\\s+)?"
              + "(?<from>[0-9]{1,2}:[0-9]{2})\\s*-\\s*(?<to>[0-9]{1,2}:[0-9]{2})"
              + "(?:\\s+(?<zone>\\S+))?",
          Pattern.CASE_INSENSITIVE);

  /** Copies the days. */
  public MaintenanceWindow {
    days = Set.copyOf(days);
  }

  /**
   * Reads windows with semicolons between them. Each has days ({@code Sat}, {@code Mon-Fri}, {@code
   * Sat,Sun}, {@code daily}; every day where none is named), two times of day, and a zone ({@code
   * UTC} where none is named). A window whose end is not later than its beginning ends on the next
   * day; {@code 24:00} is midnight.
   *
   * @return empty where one of them cannot be read
   */
  public static Optional<List<MaintenanceWindow>> parse(String text) {
    List<Optional<MaintenanceWindow>> all =
        Pattern.compile(";")
            .splitAsStream(text)
            .filter(part -> !part.isBlank())
            .map(part -> one(part.strip()))
            .toList();
    return all.isEmpty() || all.contains(Optional.<MaintenanceWindow>empty())
        ? Optional.empty()
        : Optional.of(all.stream().flatMap(Optional::stream).toList());
  }

  private static Optional<MaintenanceWindow> one(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String zone = matcher.group("zone");
    try {
      return days(matcher.group("days"))
          .map(
              days ->
                  new MaintenanceWindow(
                      days,
                      time(matcher.group("from")),
                      time(matcher.group("to")),
                      ZoneId.of(zone == null ? "UTC" : zone),
                      text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static LocalTime time(String text) {
    String padded = text.length() == 4 ? "0" + text : text;
    return padded.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(padded);
  }

  private static Optional<Set<DayOfWeek>> days(@Nullable String text) {
    if (text == null || text.equalsIgnoreCase("daily")) {
      return Optional.of(EnumSet.allOf(DayOfWeek.class));
    }
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String part : text.split(",")) {
      List<Optional<DayOfWeek>> ends =
          Pattern.compile("-").splitAsStream(part).map(MaintenanceWindow::day).toList();
      if (ends.size() > 2 || ends.contains(Optional.<DayOfWeek>empty())) {
        return Optional.empty();
      }
      DayOfWeek last = ends.get(ends.size() - 1).orElseThrow();
      DayOfWeek day = ends.get(0).orElseThrow();
      days.add(day);
      while (day != last) {
        day = day.plus(1);
        days.add(day);
      }
    }
    return Optional.of(days);
  }

  /** By at least three letters of the English name. */
  private static Optional<DayOfWeek> day(String word) {
    String wanted = word.strip().toUpperCase(Locale.ROOT);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (wanted.length() >= 3 && day.name().startsWith(wanted)) {
        return Optional.of(day);
      }
    }
    return Optional.empty();
  }

  /** Whether it is open at a moment. */
  public boolean isOpen(Instant at) {
    LocalDate today = at.atZone(zone).toLocalDate();
    // One that opened yesterday may still be open.
    return isOpen(at, today) || isOpen(at, today.minusDays(1));
  }

  private boolean isOpen(Instant at, LocalDate day) {
    return days.contains(day.getDayOfWeek())
        && !at.isBefore(opening(day))
        && at.isBefore(closing(day));
  }

  /** When it closes, where it is open. */
  public Optional<Instant> closing(Instant at) {
    LocalDate today = at.atZone(zone).toLocalDate();
    return List.of(today, today.minusDays(1)).stream()
        .filter(day -> isOpen(at, day))
        .map(this::closing)
        .max(Instant::compareTo);
  }

  /** How long until it opens next; zero while it is open. */
  public Duration untilOpen(Instant at) {
    if (isOpen(at)) {
      return Duration.ZERO;
    }
    LocalDate today = at.atZone(zone).toLocalDate();
    for (int i = 0; i <= 7; i++) {
      Instant opening = opening(today.plusDays(i));
      if (days.contains(today.plusDays(i).getDayOfWeek()) && !opening.isBefore(at)) {
        return Duration.between(at, opening);
      }
    }
    throw new IllegalStateException("a window opens at least once a week: " + text);
  }

  private Instant opening(LocalDate day) {
    return ZonedDateTime.of(day, from, zone).toInstant();
  }

  private Instant closing(LocalDate day) {
    return ZonedDateTime.of(to.isAfter(from) ? day : day.plusDays(1), to, zone).toInstant();
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
