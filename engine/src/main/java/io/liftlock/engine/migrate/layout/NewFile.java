package io.liftlock.engine.migrate.layout;

/**
 * A file to be written.
 *
 * @param relative the path within the migrations folder, parts joined by slashes
 * @param text its text, or what is put behind what it holds
 * @param append whether the file exists and grows; otherwise it must not exist
 */
public record NewFile(String relative, String text, boolean append) {

  /** A file that must not exist. */
  static NewFile of(String relative, String text) {
    return new NewFile(relative, text, false);
  }
}
