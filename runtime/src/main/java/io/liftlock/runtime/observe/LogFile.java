package io.liftlock.runtime.observe;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.UserError;
import io.liftlock.core.event.Event;
import io.liftlock.core.event.Listener;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/**
 * A log beside the terminal's output: one line per event, with its time in UTC and its database.
 * Lines are appended and reach the file at once, so that a killed run leaves its last one.
 */
public final class LogFile implements Listener, AutoCloseable {

  private final BufferedWriter writer;
  private final Clock clock;
  private final Narrator narrator = new Narrator();

  private LogFile(BufferedWriter writer, Clock clock) {
    this.writer = writer;
    this.clock = clock;
  }

  /**
   * Opens a log, made with its folder where it is missing.
   *
   * @throws UserError FILE_UNREADABLE where it cannot be written
   */
  public static LogFile open(Path file, Clock clock) {
    try {
      Path parent = file.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      return new LogFile(
          Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
          clock);
    } catch (IOException e) {
      throw new UserError(
          Problem.error(
                  ErrorCode.FILE_UNREADABLE,
                  "the log cannot be written: " + e.getClass().getSimpleName())
              .at(Place.of(file.toString()))
              .action("change log.file in the configuration"),
          e);
    }
  }

  @Override
  public void on(Event event) {
    line(event.database(), event.match(narrator));
  }

  /**
   * Writes a line, or several where the text has several.
   *
   * @param subject the database, or another word for what the line is about
   */
  public synchronized void line(String subject, String text) {
    try {
      String time = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
      for (String line : text.lines().toList()) {
        writer.write(time + " " + subject + "  " + line);
        writer.newLine();
      }
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
