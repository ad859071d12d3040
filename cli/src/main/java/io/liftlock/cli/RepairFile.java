package io.liftlock.cli;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.UserError;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The file that takes the statements which would make B equal A, where one is wanted. It holds
 * values of rows, so only its owner may read it.
 */
final class RepairFile implements Consumer<String>, AutoCloseable {

  private final @Nullable Path file;
  private final @Nullable BufferedWriter writer;
  private long statements;

  private RepairFile(@Nullable Path file, @Nullable BufferedWriter writer) {
    this.file = file;
    this.writer = writer;
  }

  /**
   * Opens it.
   *
   * @param file where; null: nobody wants one
   * @throws UserError FILE_UNREADABLE where it cannot be written
   */
  static RepairFile of(@Nullable Path file) {
    if (file == null) {
      return new RepairFile(null, null);
    }
    try {
      Path folder = file.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.deleteIfExists(file);
      OwnerOnly.create(file);
      return new RepairFile(file, Files.newBufferedWriter(file));
    } catch (IOException e) {
      throw new UserError(
          Problem.error(
                  ErrorCode.FILE_UNREADABLE,
                  "the repair file cannot be written: " + e.getClass().getSimpleName())
              .at(Place.of(file.toString()))
              .action("correct --repair-sql"),
          e);
    }
  }

  @Override
  public synchronized void accept(String statement) {
    if (writer == null) {
      return;
    }
    try {
      writer.write(statement);
      writer.newLine();
      statements++;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells what is in it. */
  synchronized void tell(Terminal terminal) {
    if (file != null) {
      terminal.note(
          "%d statement%s in %s would make B equal A; read them before you run them"
              .formatted(statements, statements == 1 ? "" : "s", file));
    }
  }

  @Override
  public void close() {
    try {
      if (writer != null) {
        writer.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
