package io.liftlock.engine.migrate;

import io.liftlock.core.sql.ScriptSource;
import io.liftlock.core.sql.Section;
import io.liftlock.engine.migrate.layout.Layout;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of which one section is seen: every byte of the others reads as a space, line ends stay.
 * So each section is cut alone, as the layouts' own tools do, and lines, columns and offsets are
 * those of the file.
 */
final class SectionMask implements ScriptSource {

  /** A mark is short; a longer line is none. */
  private static final int LONGEST_MARK = 200;

  /** The bytes from {@code start} up to, not including, {@code end}. */
  private record Range(long start, long end) {}

  private final ScriptSource whole;
  private final List<Range> hidden;

  private SectionMask(ScriptSource whole, List<Range> hidden) {
    this.whole = whole;
    this.hidden = hidden;
  }

  /**
   * The two sections of a file.
   *
   * @param up everything in up sections, and what stands before the first mark
   * @param down everything in down sections
   * @param hasDown whether a mark began one
   */
  record Sections(ScriptSource up, ScriptSource down, boolean hasDown) {}

  /** Looks for the layout's marks, and hides each section from the other. */
  static Sections of(ScriptSource source, Layout layout) throws IOException {
    List<Range> ups = new ArrayList<>();
    List<Range> downs = new ArrayList<>();
    Section section = Section.UP;
    long sectionStart = 0;
    long lineStart = 0;
    long at = 0;
    ByteArrayOutputStream line = new ByteArrayOutputStream(LONGEST_MARK);
    try (InputStream in = new BufferedInputStream(source.open(0), 1 << 16)) {
      int next;
      do {
        next = in.read();
        if (next < 0 || next == '\n') {
          Section begun =
              line.size() >= LONGEST_MARK
                  ? section
                  : layout.cutAt(line.toString(StandardCharsets.UTF_8)).orElse(section);
          if (begun != section) {
            (section == Section.UP ? ups : downs).add(new Range(sectionStart, lineStart));
            section = begun;
            sectionStart = lineStart;
          }
          line.reset();
          lineStart = at + 1;
        } else if (line.size() < LONGEST_MARK) {
          line.write(next);
        }
        at++;
      } while (next >= 0);
    }
    (section == Section.UP ? ups : downs).add(new Range(sectionStart, Long.MAX_VALUE));
    return new Sections(
        new SectionMask(source, downs), new SectionMask(source, ups), !downs.isEmpty());
  }

  @Override
  public String file() {
    return whole.file();
  }

  @Override
  public InputStream open(long start) throws IOException {
    InputStream in = whole.open(start);
    return hidden.isEmpty() ? in : new Masked(in, start, hidden);
  }

  private static final class Masked extends FilterInputStream {

    private final List<Range> hidden;
    private long at;

    Masked(InputStream in, long at, List<Range> hidden) {
      super(in);
      this.at = at;
      this.hidden = hidden;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      if (count > 0) {
        for (Range range : hidden) {
          long from = Math.max(range.start(), at);
          long to = Math.min(range.end(), at + count);
          for (long i = from; i < to; i++) {
            int index = offset + (int) (i - at);
            if (buffer[index] != '\n' && buffer[index] != '\r') {
              buffer[index] = ' ';
            }
          }
        }
        at += count;
      }
      return count;
    }

    @Override
    public long skip(long count) throws IOException {
      long skipped = super.skip(count);
      at += skipped;
      return skipped;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
