package io.liftlock.postgres.transfer;

import java.io.ByteArrayOutputStream;

/** A writer that needs each text as a whole; they are short, unless they are no values at all. */
abstract class CollectedText implements FieldWriter {

  private final ByteArrayOutputStream pieces = new ByteArrayOutputStream();

  @Override
  public final void begin(int length) {
    pieces.reset();
  }

  @Override
  public final void piece(byte[] bytes, int offset, int length) {
    pieces.write(bytes, offset, length);
  }

  @Override
  public final void end() {
    byte[] all = pieces.toByteArray();
    whole(all, 0, all.length);
  }
}
