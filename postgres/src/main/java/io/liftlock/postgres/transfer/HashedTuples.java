package io.liftlock.postgres.transfer;

import io.liftlock.core.database.TableReader.HashedRow;
import io.liftlock.core.database.TableReader.TextRow;
import io.liftlock.core.transfer.FieldText;
import io.liftlock.core.transfer.Key;
import io.liftlock.core.transfer.RowHash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tuples of a binary COPY, one in each message: the hash of a row, and behind it texts.
 */
abstract class HashedTuples implements Consumer<byte[]> {

  /** Stands before a text that is whole. */
  static final char WHOLE = 'w';

  /** Stands before the length of a text, its hash and its beginning, with blanks between. */
  static final char CUT = 'c';

  /** A signature of 11 bytes, flags, and the length of an extension that no server sends. */
  private static final int HEADER = 19;

  private boolean headerSeen;

  /** Takes a row. */
  abstract void row(long hash, List<@Nullable String> texts);

  @Override
  public void accept(byte[] message) {
    ByteBuffer tuple = ByteBuffer.wrap(message);
    if (!headerSeen) {
      tuple.position(HEADER);
      headerSeen = true;
    }
    if (tuple.remaining() <= Short.BYTES) {
      // The header alone, or the number of fields -1 that ends everything.
      return;
    }
    int fields = tuple.getShort();
    tuple.getInt();
    long hash = tuple.getLong();
    List<@Nullable String> texts = new ArrayList<>(fields - 1);
    for (int i = 1; i < fields; i++) {
      texts.add(text(tuple));
    }
    row(hash, texts);
  }

  private static @Nullable String text(ByteBuffer tuple) {
    int length = tuple.getInt();
    if (length < 0) {
      return null;
    }
    byte[] text = new byte[length];
    tuple.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  /** The texts are a key. */
  static final class Keys extends HashedTuples {

    private final HashedRow each;

    Keys(HashedRow each) {
      this.each = each;
    }

    @Override
    void row(long hash, List<@Nullable String> texts) {
      List<String> values = new ArrayList<>(texts.size());
      for (String text : texts) {
        if (text == null) {
          // What should never be null is; so this row has no key.
          values.clear();
          break;
        }
        values.add(text);
      }
      each.row(new Key(values), hash);
    }
  }

  /** The texts are values, whole or cut. */
  static final class Texts extends HashedTuples {

    private final TextRow each;
    private final RowHash hasher = new RowHash(0);

    Texts(TextRow each) {
      this.each = each;
    }

    @Override
    void row(long hash, List<@Nullable String> texts) {
      each.row(hash, texts.stream().map(this::field).toList());
    }

    private FieldText field(@Nullable String text) {
      if (text == null) {
        return FieldText.NULL;
      }
      if (text.charAt(0) == WHOLE) {
        String whole = text.substring(1);
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        hasher.update(bytes, 0, bytes.length);
        return new FieldText(whole, "", whole.codePointCount(0, whole.length()), hasher.finish());
      }
      int length = text.indexOf(' ');
      int rest = text.indexOf(' ', length + 1);
      return new FieldText(
          text.substring(rest + 1),
          "",
          Long.parseLong(text.substring(1, length)),
          Long.parseLong(text.substring(length + 1, rest)));
    }
  }
}
