package io.liftlock.engine.transfer.compare;

import io.liftlock.core.transfer.FieldForm;
import io.liftlock.core.transfer.FieldValue;
import io.liftlock.core.transfer.Misfit;
import io.liftlock.core.transfer.RowHash;
import io.liftlock.core.transfer.TablePair;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Takes whole rows into memory, one at a time, and hashes them, too. */
abstract class RowCollector extends TupleHasher {

  private final List<FieldForm> forms;
  private final int kept;
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
  private final RowHash hash = new RowHash(0);
  private List<Field> fields = new ArrayList<>();
  private int index = -1;
  private int length;

  /**
   * @param longest how many characters of a value are wanted
   */
  RowCollector(TablePair pair, Hashing hashing, TupleKey key, Crew crew, int longest) {
    super(hashing.seeds(), key, crew);
    this.forms = Hashing.keyFirst(pair).stream().map(Hashing::form).toList();
    // Characters have up to four bytes, and a value may have a tag.
    this.kept = Math.max(longest, longest * 4) + 1;
  }

  /** A row passed. */
  abstract void row(long rowHash, List<Field> row);

  /** A row that cannot be read passed. */
  abstract void unreadable(Misfit misfit);

  @Override
  public final void misfit(Misfit misfit) {
    unreadable(misfit);
  }

  /** Takes rows. */
  interface Taker {
    void row(long rowHash, List<Field> row);
  }

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
    begun.write(bytes, offset, Math.min(count, kept - Math.min(kept, begun.size())));
  }

  private void finish() {
    if (index >= 0) {
      FieldForm form = forms.get(index);
      FieldValue value = FieldValue.read(form, length < 0 ? null : begun.toByteArray());
      long valueHash = hash.finish();
      fields.add(new Field(value, form, length, valueHash));
      begun.reset();
      index = -1;
    }
  }

  @Override
  final void row(long[] rowHashes) {
    finish();
    List<Field> row = fields;
    fields = new ArrayList<>();
    row(rowHashes[0], row);
  }
}
