package io.liftlock.core.sql;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One SQL statement, exactly as it is sent to the server, and where it stands. A statement above
 * {@link #LARGE_BYTES} holds no text of its own but reads it again from its source when asked.
 */
public final class Statement {

  /** From this size, in bytes of its file, a statement's text is not kept in memory. */
  public static final int LARGE_BYTES = 1 << 20;

  private final @Nullable String text;
  private final Span span;
  private final String hash;
  private final ScriptSource source;
  private final @Nullable Span copyData;

  /**
   * Made by {@link ScriptReader} alone.
   *
   * @param text the statement without its final semicolon, or null where it is too large to keep
   * @param span where it stands, the semicolon left out
   * @param hash SHA-256 over its tokens, in lower-case hexadecimal
   * @param source where to read it again
   * @param copyData the lines that follow a {@code COPY … FROM stdin}, the closing {@code \.} left
   *     out, or null for every other statement
   */
  Statement(
      @Nullable String text, Span span, String hash, ScriptSource source, @Nullable Span copyData) {
    this.text = text;
    this.span = span;
    this.hash = hash;
    this.source = source;
    this.copyData = copyData;
  }

  /**
   * The statement without its final semicolon; comments inside it are kept.
   *
   * @throws UncheckedIOException where a large statement's file can no longer be read
   */
  public String text() {
    if (text != null) {
      return text;
    }
    try (InputStream in = source.open(span.start())) {
      return new String(in.readNBytes(Math.toIntExact(length())), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bytes of the statement without its final semicolon and without COPY data. */
  InputStream open() throws IOException {
    return text != null
        ? new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))
        : new BoundedStream(source.open(span.start()), length());
  }

  /** Where the statement stands, its final semicolon left out. */
  public Span span() {
    return span;
  }

  /**
   * SHA-256 over the statement's tokens in lower-case hexadecimal. Comments, white space, line ends
   * and the case of unquoted words do not count.
   */
  public String hash() {
    return hash;
  }

  /** Its size in bytes of its file, without COPY data. */
  public long length() {
    return span.end() - span.start();
  }

  /** Whether the text is read from its file each time it is asked for. */
  public boolean isLarge() {
    return text == null;
  }

  /** Whether a block of COPY data follows it in the file. */
  public boolean hasCopyData() {
    return copyData != null;
  }

  /**
   * The bytes of the COPY data block, the closing {@code \.} left out.
   *
   * @throws IllegalStateException where there is none
   */
  public InputStream openCopyData() throws IOException {
    Span data = copyData;
    if (data == null) {
      throw new IllegalStateException("no COPY data follows " + span.place());
    }
    return new BoundedStream(source.open(data.start()), data.end() - data.start());
  }

  /** The place, for people who debug. */
  @Override
  public String toString() {
    return span.place().toString();
  }
}
