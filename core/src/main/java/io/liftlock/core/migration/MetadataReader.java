package io.liftlock.core.migration;

import java.util.Map;

/** Reads the small metadata files that some layouts keep beside their SQL. */
public interface MetadataReader {

  /** The form of a metadata file. */
  enum Format {
    YAML,
    TOML
  }

  /**
   * The document as maps, lists, strings, numbers and booleans.
   *
   * @param file the path, for errors
   * @throws io.liftlock.core.error.UserError with line and column where the text is not well formed
   */
  Map<String, Object> read(String file, String text, Format format);
}
