package io.liftlock.sqlite.transfer;

import io.liftlock.sqlite.link.Link;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** How a database stores text; said when it is made, and never changed. */
enum TextEncoding {
  UTF_8(StandardCharsets.UTF_8),
  UTF_16LE(StandardCharsets.UTF_16LE),
  UTF_16BE(StandardCharsets.UTF_16BE);

  private final Charset charset;

  TextEncoding(Charset charset) {
    this.charset = charset;
  }

  static TextEncoding of(Link link) throws SQLException {
    return switch (link.value("PRAGMA main.encoding").orElse("UTF-8")) {
      case "UTF-16le" -> UTF_16LE;
      case "UTF-16be" -> UTF_16BE;
      default -> UTF_8;
    };
  }

  /**
   * The same text in UTF-8; null where it is broken. What is stored as UTF-8 is handed back as it
   * is, unchecked.
   */
  byte @Nullable [] utf8(byte[] stored) {
    if (this == UTF_8) {
      return stored;
    }
    try {
      CharBuffer text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(stored));
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
      byte[] encoded = new byte[bytes.remaining()];
      bytes.get(encoded);
      return encoded;
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** Text as it is stored here. */
  byte[] stored(byte[] utf8) {
    return this == UTF_8 ? utf8 : new String(utf8, StandardCharsets.UTF_8).getBytes(charset);
  }

  /** What is to be said of text that is broken. */
  String broken() {
    return "text that is not valid " + charset.name();
  }
}
