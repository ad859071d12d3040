package io.liftlock.embedded;

import io.liftlock.core.error.DatabaseError;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.UserError;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** The errors of this package, made in one place so that each says what to do. */
final class Failures {

  private Failures() {}

  static DatabaseError start(String message, @Nullable String action, @Nullable Throwable cause) {
    return new DatabaseError(
        Problem.error(ErrorCode.SERVER_START_FAILED, message).action(action), cause);
  }

  /** A file of a project's server could not be read or written. */
  static DatabaseError file(String doing, IOException cause) {
    return start(
        doing + " failed: " + reason(cause),
        "check that the project's folder is writable and its disk has 100 MB left",
        cause);
  }

  /** A file of the cache could not be read or written. */
  static DatabaseError cache(String doing, IOException cause) {
    return start(
        doing + " failed: " + reason(cause),
        "check that the folder is writable and its disk has 200 MB left, or name another folder in"
            + " the environment variable LIFTLOCK_CACHE",
        cause);
  }

  /** Java's messages for the commonest causes are nothing but the file's name. */
  private static String reason(IOException cause) {
    if (cause instanceof FileSystemException file) {
      String name = file.getOtherFile() != null ? file.getOtherFile() : file.getFile();
      if (file.getReason() != null) {
        return file.getReason() + ": " + name;
      }
      if (cause instanceof AccessDeniedException) {
        return "permission denied: " + name;
      }
      if (cause instanceof NoSuchFileException) {
        return "no such file or folder: " + name;
      }
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }

  static UserError url(String why) {
    return new UserError(
        Problem.error(ErrorCode.DATABASE_URL_INVALID, "the embedded: URL cannot be used: " + why)
            .action("write it as embedded:NAME or embedded:NAME?version=16"));
  }
}
