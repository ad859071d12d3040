package io.liftlock.engine.transfer.compare;

import io.liftlock.core.database.RowSink;
import io.liftlock.core.transfer.ColumnPair;
import io.liftlock.core.transfer.FieldForm;
import io.liftlock.core.transfer.Misfit;
import io.liftlock.core.transfer.TablePair;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the times of tuples in one form, on their way to whoever compares them: SQLite keeps the
 * text that an application wrote, {@code 2026-11-20T17:30Z}, and PostgreSQL prints another one of
 * the same moment.
 */
final class SameMoments extends TupleFields {

  /** No time is longer that is written in digits. */
  private static final int LONGEST = 64;

  private final RowSink next;
  private final List<Moments> kinds;
  private final ByteBuffer header = ByteBuffer.allocate(6);
  private final byte[] text = new byte[LONGEST];
  private Moments kind = Moments.NONE;
  private int length;
  private int filled;

  private SameMoments(RowSink next, List<Moments> kinds) {
    this.next = next;
    this.kinds = kinds;
  }

  /** The sink itself where the pair has no times that two kinds of databases write. */
  static RowSink before(RowSink next, TablePair pair) {
    List<Moments> kinds = new ArrayList<>();
    for (ColumnPair column : Hashing.keyFirst(pair)) {
      kinds.add(column.form() == FieldForm.TEXT ? Moments.of(column) : Moments.NONE);
    }
    return kinds.stream().allMatch(Moments.NONE::equals) ? next : new SameMoments(next, kinds);
  }

  @Override
  void begin(int index, int count) {
    kind = count > 0 && count <= LONGEST ? kinds.get(index) : Moments.NONE;
    length = count;
    filled = 0;
    header.clear();
    if (index == 0) {
      header.putShort((short) kinds.size());
    }
    if (kind == Moments.NONE) {
      writeHeader(count);
    }
  }

  @Override
  void bytes(byte[] bytes, int offset, int count) {
    if (kind == Moments.NONE) {
      next.write(bytes, offset, count);
      return;
    }
    System.arraycopy(bytes, offset, text, filled, count);
    filled += count;
    if (filled == length) {
      byte[] same =
          kind.printed(new String(text, 0, length, StandardCharsets.UTF_8))
              .getBytes(StandardCharsets.UTF_8);
      writeHeader(same.length);
      next.write(same, 0, same.length);
    }
  }

  private void writeHeader(int count) {
    header.putInt(count);
    next.write(header.array(), 0, header.position());
  }

  @Override
  void end() {
    next.endRow();
  }

  @Override
  public void misfit(Misfit misfit) {
    next.misfit(misfit);
  }
}
