package io.liftlock.engine.transfer.compare;

import io.liftlock.core.transfer.ColumnPair;
import io.liftlock.core.transfer.FieldForm;
import io.liftlock.core.transfer.FieldValue;
import io.liftlock.core.transfer.Key;
import io.liftlock.core.transfer.RowHash;
import io.liftlock.core.transfer.TablePair;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** The first fields of the tuples that pass by, which are a row's key. */
final class TupleKey {

  private final List<FieldForm> forms;
  private final RowHash hash = new RowHash(0);
  private final List<ByteArrayOutputStream> fields = new ArrayList<>();
  private int current = -1;
  private boolean whole;
  private long lastHash;

  private TupleKey(List<FieldForm> forms) {
    this.forms = forms;
    forms.forEach(form -> fields.add(new ByteArrayOutputStream()));
  }

  /** Of a table without a key. */
  static TupleKey none() {
    return new TupleKey(List.of());
  }

  /** Of a pair's tuples. */
  static TupleKey of(TablePair pair) {
    List<ColumnPair> columns = Hashing.keyFirst(pair).subList(0, pair.key().size());
    return new TupleKey(columns.stream().map(Hashing::form).toList());
  }

  void begin(int index, int length) {
    current = index;
    if (index < forms.size()) {
      fields.get(index).reset();
      whole = length >= 0 && (index == 0 || whole);
      hash.update(new byte[] {(byte) (length >>> 8), (byte) length}, 0, 2);
    }
  }

  void bytes(byte[] bytes, int offset, int length) {
    if (current < forms.size()) {
      fields.get(current).write(bytes, offset, length);
      hash.update(bytes, offset, length);
    }
  }

  void end() {
    lastHash = hash.finish();
  }

  /**
   * The bucket of the last row.
   *
   * @param rowHash decides where there is no key
   */
  int bucket(long rowHash, int buckets) {
    return (int) Long.remainderUnsigned(forms.isEmpty() ? rowHash : lastHash, buckets);
  }

  /** The last row's key; empty where SQLite let a part of it be NULL. */
  Key values() {
    if (!whole) {
      return new Key(List.of());
    }
    List<String> values = new ArrayList<>();
    for (int i = 0; i < forms.size(); i++) {
      values.add(FieldValue.read(forms.get(i), fields.get(i).toByteArray()).text());
    }
    return new Key(values);
  }
}
