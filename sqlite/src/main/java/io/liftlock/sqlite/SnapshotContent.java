package io.liftlock.sqlite;

import io.liftlock.core.error.Bug;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.UserError;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A snapshot's text as it is kept: compressed by gzip. */
final class SnapshotContent {

  private SnapshotContent() {}

  static byte[] pack(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new Bug("memory cannot be written to", e);
    }
    return bytes.toByteArray();
  }

  /**
   * @param file where it is kept, for errors
   * @throws UserError SNAPSHOT_UNREADABLE where it is not what {@link #pack} wrote
   */
  static String unpack(String file, byte[] packed) {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UserError(
          Problem.error(
                  ErrorCode.SNAPSHOT_UNREADABLE,
                  "the last snapshot in " + file + " cannot be read: " + e.getMessage())
              .action(
                  "delete its row from liftlock_snapshot; the next run that changes the schema"
                      + " keeps another one"),
          e);
    }
  }
}
