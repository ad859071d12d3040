package io.liftlock.embedded;

import io.liftlock.core.error.DatabaseError;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.UserError;
import java.io.IOException;
import java.nio.file.FileSystemException;
import org.jspecify.annotations.Nullable;

/** The errors of this package, made in one place so that each says what to do. */
final class Failures {

  private Failures() {}

  static DatabaseError start(String message, @Nullable String action, @Nullable Throwable cause) {
    return new DatabaseError(
        Problem.error(ErrorCode.SERVER_START_FAILED, message).action(action), cause);
  }

  static DatabaseError file(String doing, IOException cause) {
    String reason = cause.getMessage();
    if (cause instanceof FileSystemException file && file.getReason() != null) {
      reason = file.getReason() + ": " + file.getFile();
    }
    return start(
        "the embedded server cannot be made ready: " + doing + " failed: " + reason,
        "check that the folder is writable and its disk has 200 MB left; the environment variable"
            + " LIFTLOCK_CACHE names another folder for the unpacked binaries",
        cause);
  }

  static UserError url(String why) {
    return new UserError(
        Problem.error(ErrorCode.DATABASE_URL_INVALID, "the embedded: URL cannot be used: " + why)
            .action("write it as embedded:NAME or embedded:NAME?version=16"));
  }
}
