package io.liftlock.engine.transfer.compare;

import io.liftlock.core.transfer.ColumnPair;
import io.liftlock.core.transfer.FieldForm;
import io.liftlock.core.transfer.FieldValue;
import io.liftlock.core.transfer.Key;
import io.liftlock.core.transfer.Misfit;
import io.liftlock.core.transfer.RowHash;
import io.liftlock.core.transfer.TablePair;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first fields of the tuples that pass by, which are a row's key. */
final class TupleKey {

  private static final Key NO_KEY = new Key(List.of());

  /** The one type with which a primary key is the row's number. */
  private static final String ROWID = "INTEGER";

  private final List<FieldForm> forms;
  private final boolean isRowid;
  private final RowHash hash = new RowHash(0);
  private final List<ByteArrayOutputStream> fields = new ArrayList<>();
  private int current = -1;
  private boolean whole;
  private @Nullable Key other;

  private TupleKey(List<FieldForm> forms, boolean isRowid) {
    this.isRowid = isRowid;
    this.forms = forms;
    forms.forEach(form -> fields.add(new ByteArrayOutputStream()));
  }

  /** Of a table without a key. */
  static TupleKey none() {
    return new TupleKey(List.of(), false);
  }

  /** Of a pair's tuples. */
  static TupleKey of(TablePair pair) {
    List<ColumnPair> columns = Hashing.keyFirst(pair).subList(0, pair.key().size());
    boolean isRowid =
        columns.size() == 1
            && (columns.get(0).sourceType().equalsIgnoreCase(ROWID)
                || columns.get(0).targetType().equalsIgnoreCase(ROWID));
    return new TupleKey(columns.stream().map(Hashing::form).toList(), isRowid);
  }

  void begin(int index, int length) {
    current = index;
    if (index < forms.size()) {
      fields.get(index).reset();
      whole = length >= 0 && (index == 0 || whole);
    }
  }

  void bytes(byte[] bytes, int offset, int length) {
    if (current < forms.size()) {
      fields.get(current).write(bytes, offset, length);
    }
  }

  void end() {
    other = null;
  }

  /** The next row is this one, whose fields cannot be read. */
  void unreadable(Misfit misfit) {
    other = key(misfit);
  }

  /** An INTEGER PRIMARY KEY of SQLite is the row's number. */
  Key key(Misfit misfit) {
    if (misfit.key().values().size() == forms.size()) {
      return misfit.key();
    }
    return isRowid
        ? misfit.number().map(number -> Key.of(Long.toString(number))).orElse(NO_KEY)
        : NO_KEY;
  }

  /**
   * The bucket of the last row.
   *
   * @param rowHash decides where there is no key
   */
  int bucket(long rowHash, int buckets) {
    if (forms.isEmpty()) {
      return (int) Long.remainderUnsigned(rowHash, buckets);
    }
    for (String value : values().values()) {
      byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
      hash.update(new byte[] {(byte) (bytes.length >>> 8), (byte) bytes.length}, 0, 2);
      hash.update(bytes, 0, bytes.length);
    }
    return (int) Long.remainderUnsigned(hash.finish(), buckets);
  }

  /** The last row's key; empty where SQLite let a part of it be NULL. */
  Key values() {
    if (other != null) {
      return other;
    }
    if (!whole) {
      return NO_KEY;
    }
    List<String> values = new ArrayList<>();
    for (int i = 0; i < forms.size(); i++) {
      values.add(FieldValue.read(forms.get(i), fields.get(i).toByteArray()).text());
    }
    return new Key(values);
  }
}
