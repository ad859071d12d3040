package io.liftlock.engine.transfer.compare;

import io.liftlock.core.transfer.FieldForm;
import io.liftlock.core.transfer.FieldValue;
import io.liftlock.core.transfer.RowHash;
import io.liftlock.core.transfer.TablePair;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Takes whole rows into memory, one at a time, and hashes them, too. */
abstract class RowCollector extends TupleHasher {

  private final List<FieldForm> forms;
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
  private final RowHash hash = new RowHash(0);
  private List<Field> fields = new ArrayList<>();
  private int index = -1;
  private int length;

  RowCollector(TablePair pair, long seed, Pace pace) {
    super(List.of(seed), TupleKey.NONE, pace);
    this.forms = Hashing.keyFirst(pair).stream().map(Hashing::form).toList();
  }

  /** A row passed. */
  abstract void row(List<Field> row, long rowHash);

  @Override
  final void begin(int field, int size) {
    super.begin(field, size);
    finish();
    index = field;
    length = size;
  }

  @Override
  final void bytes(byte[] bytes, int offset, int count) {
    super.bytes(bytes, offset, count);
    hash.update(bytes, offset, count);
    begun.write(bytes, offset, Math.min(count, Field.KEPT - Math.min(Field.KEPT, begun.size())));
  }

  private void finish() {
    if (index >= 0) {
      FieldValue value = FieldValue.read(forms.get(index), length < 0 ? null : begun.toByteArray());
      fields.add(new Field(value, length, hash.finish()));
      begun.reset();
      index = -1;
    }
  }

  @Override
  final void row(long[] rowHashes) {
    finish();
    List<Field> row = fields;
    fields = new ArrayList<>();
    row(row, rowHashes[0]);
  }
}
