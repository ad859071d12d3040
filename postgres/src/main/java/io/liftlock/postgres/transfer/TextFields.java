package io.liftlock.postgres.transfer;

import io.liftlock.core.error.Bug;
import io.liftlock.core.transfer.FieldForm;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/**
 * Writes values as fields of COPY's text form, which the server reads as it would read literals.
 */
final class TextFields {

  private static final byte[] HEX_DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final CopyStream out;
  private final Map<FieldForm, FieldWriter> writers = new EnumMap<>(FieldForm.class);

  TextFields(CopyStream out) {
    this.out = out;
    FieldWriter.Brief integer =
        (bytes, at, length) -> ascii(Long.toString(Values.number(bytes, at, length)));
    FieldWriter.Brief real =
        (bytes, at, length) ->
            ascii(Values.text(Double.longBitsToDouble(Values.number(bytes, at, length))));
    writers.put(FieldForm.INTEGER, integer);
    writers.put(FieldForm.REAL, real);
    writers.put(FieldForm.TEXT, new Escaped());
    writers.put(FieldForm.BYTES, new Hex());
    writers.put(FieldForm.ANY, new Tagged());
  }

  /** What writes values of this form. */
  FieldWriter of(FieldForm form) {
    FieldWriter writer = writers.get(form);
    if (writer == null) {
      throw new Bug("no tuple has a field of form " + form);
    }
    return writer;
  }

  private void ascii(String text) {
    for (int i = 0; i < text.length(); i++) {
      out.putByte(text.charAt(i));
    }
  }

  /** Text whose backslashes and line ends are escaped. */
  private final class Escaped implements FieldWriter {

    @Override
    public void whole(byte[] bytes, int offset, int length) {
      piece(bytes, offset, length);
    }

    @Override
    public void begin(int length) {
      // Nothing stands before it.
    }

    @Override
    public void piece(byte[] bytes, int offset, int length) {
      int written = offset;
      int end = offset + length;
      for (int i = offset; i < end; i++) {
        int letter = escape(bytes[i]);
        if (letter != 0) {
          out.write(bytes, written, i - written);
          out.putByte('\\');
          out.putByte(letter);
          written = i + 1;
        }
      }
      out.write(bytes, written, end - written);
    }

    private static int escape(byte value) {
      return switch (value) {
        case '\\' -> '\\';
        case '\n' -> 'n';
        case '\r' -> 'r';
        case '\t' -> 't';
        default -> 0;
      };
    }

    @Override
    public void end() {
      // The next field's separator says it.
    }
  }

  /** Bytes as the text of a bytea. */
  private final class Hex implements FieldWriter {

    @Override
    public void whole(byte[] bytes, int offset, int length) {
      begin(length);
      piece(bytes, offset, length);
    }

    @Override
    public void begin(int length) {
      ascii("\\\\x");
    }

    @Override
    public void piece(byte[] bytes, int offset, int length) {
      for (int i = offset; i < offset + length; i++) {
        out.putByte(HEX_DIGITS[bytes[i] >> 4 & 0xF]);
        out.putByte(HEX_DIGITS[bytes[i] & 0xF]);
      }
    }

    @Override
    public void end() {
      // The next field's separator says it.
    }
  }

  /** Values that say themselves which form they have. */
  private final class Tagged implements FieldWriter {

    private FieldWriter current = this;

    @Override
    public void whole(byte[] bytes, int offset, int length) {
      choose(bytes[offset]).whole(bytes, offset + 1, length - 1);
    }

    private FieldWriter choose(byte tag) {
      for (Map.Entry<FieldForm, FieldWriter> entry : writers.entrySet()) {
        if (entry.getKey() != FieldForm.ANY && entry.getKey().tag() == tag) {
          return entry.getValue();
        }
      }
      throw new Bug("no form has the tag " + tag);
    }

    @Override
    public void begin(int length) {
      current = this;
    }

    @Override
    public void piece(byte[] bytes, int offset, int length) {
      int at = offset;
      if (current == this) {
        current = choose(bytes[at++]);
        current.begin(-1);
      }
      current.piece(bytes, at, offset + length - at);
    }

    @Override
    public void end() {
      current.end();
    }
  }
}
