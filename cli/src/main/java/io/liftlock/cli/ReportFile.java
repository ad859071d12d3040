package io.liftlock.cli;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.UserError;
import io.liftlock.runtime.render.CopyDocument;
import io.liftlock.runtime.render.CopyPage;
import io.liftlock.runtime.render.JsonDocument;
import io.liftlock.runtime.transfer.CopyResult;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The file that a copy's report is written to, where one is wanted; its ending says the form. */
final class ReportFile {

  private final @Nullable Path file;
  private final boolean html;

  private ReportFile(@Nullable Path file, boolean html) {
    this.file = file;
    this.html = html;
  }

  /**
   * The file, checked before anything is copied.
   *
   * @throws UserError USAGE for another ending
   */
  static ReportFile of(Invocation invocation, @Nullable Path file) {
    if (file == null) {
      return new ReportFile(null, false);
    }
    boolean html = file.toString().endsWith(".html");
    if (!html && !file.toString().endsWith(".json")) {
      throw new UserError(
          Problem.error(ErrorCode.USAGE, "--report takes a file that ends with .html or .json")
              .action("the ending says which form is written"));
    }
    return new ReportFile(invocation.directory().resolve(file), html);
  }

  /** Writes the report. */
  void write(CopyResult result) {
    if (file != null) {
      OutputFile.write(file, html ? CopyPage.of(result) : json(result));
    }
  }

  private static String json(CopyResult result) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonDocument.write(bytes, CopyDocument.of(result));
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
