package io.liftlock.engine.migrate.layout;

import io.liftlock.core.sql.ScriptSource;
import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file of a migrations folder. A small one is read once and kept until {@link #release()}; a
 * large one is never in memory as a whole.
 */
public final class SqlFile implements ScriptSource {

  /** Up to this size, in bytes, a file is read in one go. */
  private static final int SMALL = 1 << 20;

  /** How much of a large file is looked at for marks, in bytes. */
  private static final int PEEK = 64 * 1024;

  private final Path path;
  private final String file;
  private final String relative;
  private final Room room;
  private byte @Nullable [] bytes;
  private boolean large;
  private @Nullable FileStem numbered;
  private boolean takenApart;
  private @Nullable Set<MarkedFiles.Mark> marks;

  /**
   * A file.
   *
   * @param path where it is
   * @param file the path as the user would write it
   * @param relative the path within its migrations folder, parts joined by slashes
   * @param room for texts that are kept, shared by the files of a folder
   */
  SqlFile(Path path, String file, String relative, Room room) {
    this.path = path;
    this.file = file;
    this.relative = relative;
    this.room = room;
  }

  /** How many bytes of texts may be kept at a time. */
  static final class Room {
    private final byte[] buffer = new byte[8192];
    private long left;

    Room(long bytes) {
      this.left = bytes;
    }

    private boolean take(int bytes) {
      if (bytes > left) {
        return false;
      }
      left -= bytes;
      return true;
    }

    private void giveBack(int bytes) {
      left += bytes;
    }
  }

  @Override
  public String file() {
    return file;
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** The path within its migrations folder, parts joined by slashes. */
  public String relative() {
    return relative;
  }

  /** The folder within the migrations folder, or empty at its top. */
  public String folder() {
    int slash = relative.lastIndexOf('/');
    return slash < 0 ? "" : relative.substring(0, slash);
  }

  /** The file's name. */
  public String name() {
    return relative.substring(relative.lastIndexOf('/') + 1);
  }

  /** The file's name without its last ending. */
  public String stem() {
    String name = name();
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? name : name.substring(0, dot);
  }

  /** Its name taken apart; empty where it does not begin with a number. */
  Optional<FileStem> numbered() {
    if (!takenApart) {
      numbered = FileStem.parse(stem()).orElse(null);
      takenApart = true;
    }
    return Optional.ofNullable(numbered);
  }

  /** The marks in its text; none where it cannot be read, which is told when it is to be cut. */
  Set<MarkedFiles.Mark> marks() {
    Set<MarkedFiles.Mark> known = marks;
    if (known == null) {
      try {
        known = MarkedFiles.marks(peek());
      } catch (IOException e) {
        known = Set.of();
      }
      marks = known;
    }
    return known;
  }

  /** Whether it is SQL by its ending, in any case. */
  public boolean isSql() {
    return endsWith(".sql");
  }

  /** Whether the name ends so, in any case. */
  boolean endsWith(String ending) {
    return relative.regionMatches(
        true, relative.length() - ending.length(), ending, 0, ending.length());
  }

  /**
   * The beginning of the text, one character per byte, so that ASCII marks can be looked for: all
   * of a small file, 64 KB of a large one.
   */
  public String peek() throws IOException {
    byte[] head = small();
    if (head == null) {
      try (InputStream in = open(0)) {
        head = in.readNBytes(PEEK);
      }
    }
    return new String(head, StandardCharsets.ISO_8859_1);
  }

  /** The whole text. For the small files that layouts keep beside their SQL. */
  public String text() throws IOException {
    byte[] all = small();
    if (all == null) {
      throw new IOException("larger than a megabyte");
    }
    String text = new String(all, StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private byte @Nullable [] small() throws IOException {
    byte[] known = bytes;
    if (known != null || large) {
      return known;
    }
    known = read();
    if (known != null && room.take(known.length)) {
      bytes = known;
    }
    return known;
  }

  /**
   * All bytes, or null for a large file. A thousand files are read in half the time that channels
   * need: a small one takes one call that opens, two that read, and one that closes.
   */
  private byte @Nullable [] read() throws IOException {
    try (FileInputStream in = new FileInputStream(path.toFile())) {
      byte[] buffer = room.buffer;
      int count = in.readNBytes(buffer, 0, buffer.length);
      if (count < buffer.length) {
        return Arrays.copyOf(buffer, count);
      }
      if (path.toFile().length() > SMALL) {
        large = true;
        return null;
      }
      byte[] rest = in.readAllBytes();
      byte[] all = Arrays.copyOf(buffer, count + rest.length);
      System.arraycopy(rest, 0, all, count, rest.length);
      return all;
    }
  }

  /** The bytes from an offset: of what is kept, or of the file. */
  @Override
  public InputStream open(long start) throws IOException {
    byte[] known = small();
    if (known != null) {
      int from = (int) Math.min(start, known.length);
      return new ByteArrayInputStream(known, from, known.length - from);
    }
    SeekableByteChannel channel = Files.newByteChannel(path);
    try {
      channel.position(start);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    return Channels.newInputStream(channel);
  }

  /** Lets go of the kept text; it is read again when asked for. */
  public void release() {
    byte[] known = bytes;
    if (known != null) {
      room.giveBack(known.length);
      bytes = null;
    }
  }

  @Override
  public String toString() {
    return file;
  }
}
