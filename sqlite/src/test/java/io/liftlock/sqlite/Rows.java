package io.liftlock.sqlite;

import io.liftlock.core.database.RowSink;
import io.liftlock.core.transfer.FieldForm;
import io.liftlock.core.transfer.Misfit;
import io.liftlock.core.transfer.ReadColumn;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Rows as they travelled, and those that did not. */
final class Rows implements RowSink {

  final List<byte[]> tuples = new ArrayList<>();
  final List<Misfit> misfits = new ArrayList<>();
  private final ByteArrayOutputStream row = new ByteArrayOutputStream();

  @Override
  public void write(byte[] bytes, int offset, int length) {
    row.write(bytes, offset, length);
  }

  @Override
  public void endRow() {
    tuples.add(row.toByteArray());
    row.reset();
  }

  @Override
  public void misfit(Misfit misfit) {
    misfits.add(misfit);
  }

  /** Columns that all have one form. */
  static List<ReadColumn> columns(FieldForm form, String... names) {
    return List.of(names).stream().map(name -> new ReadColumn(name, form)).toList();
  }

  /** Each row with its values for people, in the forms in which they were asked for. */
  List<String> texts(FieldForm... forms) {
    return tuples.stream().map(tuple -> text(tuple, forms)).toList();
  }

  private static String text(byte[] tuple, FieldForm... forms) {
    ByteBuffer bytes = ByteBuffer.wrap(tuple);
    List<String> values = new ArrayList<>();
    int count = bytes.getShort();
    for (int i = 0; i < count; i++) {
      int length = bytes.getInt();
      if (length < 0) {
        values.add("NULL");
        continue;
      }
      byte[] value = new byte[length];
      bytes.get(value);
      values.add(text(value, forms[i]));
    }
    if (bytes.hasRemaining()) {
      throw new AssertionError("bytes behind the last value");
    }
    return String.join(" | ", values);
  }

  private static String text(byte[] value, FieldForm form) {
    return switch (form) {
      case INTEGER -> Long.toString(ByteBuffer.wrap(value).getLong());
      case REAL -> Double.toString(ByteBuffer.wrap(value).getDouble());
      case TEXT -> "'" + new String(value, StandardCharsets.UTF_8) + "'";
      case BYTES -> "x'" + HexFormat.of().formatHex(value) + "'";
      case ANY -> {
        byte[] rest = java.util.Arrays.copyOfRange(value, 1, value.length);
        for (FieldForm known :
            List.of(FieldForm.INTEGER, FieldForm.REAL, FieldForm.TEXT, FieldForm.BYTES)) {
          if (known.tag() == value[0]) {
            yield text(rest, known);
          }
        }
        throw new AssertionError("unknown tag");
      }
      case NATIVE -> throw new AssertionError("nothing is native here");
    };
  }
}
