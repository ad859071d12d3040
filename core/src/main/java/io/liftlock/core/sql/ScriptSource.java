package io.liftlock.core.sql;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Where the bytes of a script come from. May be opened any number of times, so that a script too
 * large to keep is read again when it runs.
 */
public interface ScriptSource {

  /** The path as the user would write it; appears in spans and errors. */
  String file();

  /** All bytes from {@code start}, a 0-based offset. The caller closes the stream. */
  InputStream open(long start) throws IOException;

  /** A source over text that is already in memory, encoded as UTF-8. */
  static ScriptSource of(String file, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new ScriptSource() {
      @Override
      public String file() {
        return file;
      }

      @Override
      public InputStream open(long start) {
        return new ByteArrayInputStream(bytes, (int) start, bytes.length - (int) start);
      }
    };
  }
}
