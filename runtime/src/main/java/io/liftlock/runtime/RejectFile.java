package io.liftlock.runtime;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.UserError;
import io.liftlock.core.transfer.Misfit;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * A file with a line for each row that was set aside: table, rowid, column, and what was found
 * instead, with tabs between; never a value. Lines reach the file at once.
 */
final class RejectFile implements Consumer<Misfit>, AutoCloseable {

  private final BufferedWriter writer;

  private RejectFile(BufferedWriter writer) {
    this.writer = writer;
  }

  /**
   * Opens it; lines go behind those of an earlier process of the same copy.
   *
   * @throws UserError FILE_UNREADABLE where it cannot be written
   */
  static RejectFile open(Path file) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      return new RejectFile(
          Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    } catch (IOException e) {
      throw new UserError(
          Problem.error(
                  ErrorCode.FILE_UNREADABLE,
                  "the reject file cannot be written: " + e.getClass().getSimpleName())
              .at(Place.of(file.toString()))
              .action("correct --reject-file"),
          e);
    }
  }

  @Override
  public synchronized void accept(Misfit misfit) {
    try {
      writer.write(
          String.join(
              "\t",
              misfit.table().qualified(),
              misfit.number().map(String::valueOf).orElse(""),
              misfit.column(),
              misfit.because()));
      writer.newLine();
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
